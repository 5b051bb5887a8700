import type { OutgoingRequest } from "./outgoing-request.ts";
import type { Problem, Reply, TextReply } from "../reply/problem.ts";

/** What is the vendor's own in an exchange. */
export interface VendorRules {
  readonly vendor: string;
  /** Adds this attempt's credentials; called for every attempt, outside the attempt's deadline. */
  authorize(request: OutgoingRequest, signal: AbortSignal): void | Promise<void>;
  /** What is wrong with a reply to the request sent, in the common words; pure. */
  readProblem(reply: Reply, sent: OutgoingRequest): Problem | undefined;
  /** Mends what made a request fail (a clock, a token) and says whether it did; heeded once a call. */
  recover?(problem: Problem, reply: Reply, sent: OutgoingRequest): boolean;
}

/** A request before it is authorised. What is absent is looked for on the prototype: `ownOptions` makes one without. */
export interface ExchangeRequest extends OutgoingRequest {
  /** The path below the base URL, for messages and events; no query. */
  readonly path: string;
  /** Whether it is a read that may be sent more than once. Absent: it is sent once. */
  readonly repeatable?: boolean;
  /** Sends this request in place of the client's own `fetch`, and is given no credential. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** What `fetch` takes beside what the exchange says. */
  readonly init?: RequestInit;
  /** Struck out of every message, beside what `authorize` adds. */
  readonly secrets?: readonly string[];
}

/** Sends a request until it is answered, or rejects with `BalanceError`. */
export type Exchange = (request: ExchangeRequest, signal?: AbortSignal) => Promise<TextReply>;
