import { errorCode, innermostCause } from "../errors/plain-cause.ts";

/** What platforms call a connection that its other side ended before a word of the reply. */
const endedCodes: ReadonlySet<string | undefined> = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

/**
 * The connections of one client, as far as a client can know them. A server may end one that lies idle at the moment at
 * which a request goes out on it: that request reached nobody.
 */
export class KeptConnections {
  #mayHaveSome = false;

  /** A reply came, whose connection is kept open. */
  keep(): void {
    this.#mayHaveSome = true;
  }

  /** Whether the request of this error met a connection that had ended while it lay idle. */
  wasStale(error: unknown): boolean {
    if (!this.#mayHaveSome || !endedCodes.has(errorCode(error))) return false;
    // Where the platform says it: nothing had ever come over a connection that is new.
    const { socket } = Object(innermostCause(error)) as {
      readonly socket?: { readonly bytesRead?: unknown };
    };
    return socket?.bytesRead !== 0;
  }
}
