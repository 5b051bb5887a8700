import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** A request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** The request target exactly as it was sent: nothing decoded, nothing normalised. */
  readonly rawUrl: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, in the order and case they were sent. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface FaultExchange {
  readonly request: RecordedRequest;
  readonly response: ServerResponse;
  /** The connection itself, for what no HTTP server would send. */
  readonly socket: Socket;
}

/** One way of answering, or of not answering, a request. */
export type Fault = (exchange: FaultExchange) => void | Promise<void>;
