import { DecodedBody } from "./decoded-body.ts";
import type { DispatchHandler, RawText } from "./node-dispatcher.ts";
import { RawHeaders } from "./raw-headers.ts";

/** A reply on its way, as a dispatcher tells of it, and as much of a Response as the exchange looks at. */
export class DispatchedReply implements DispatchHandler {
  status = 0;
  headers: RawHeaders = new RawHeaders([]);
  readonly type = "basic";
  readonly redirected = false;
  readonly bodyUsed = false;
  readonly body: DecodedBody;
  readonly #signal: AbortSignal;
  readonly #resolve: (reply: DispatchedReply) => void;
  readonly #reject: (reason: unknown) => void;
  #abort: ((reason?: unknown) => void) | undefined;

  constructor(
    signal: AbortSignal,
    resolve: (reply: DispatchedReply) => void,
    reject: (reason: unknown) => void,
  ) {
    this.body = new DecodedBody(() => this.#end(new Error("the body is not wanted")));
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    signal.addEventListener("abort", this.#onAbort, { once: true });
  }

  onConnect(abort: (reason?: unknown) => void): void {
    this.#abort = abort;
    // It may have been given up while it waited for a connection.
    if (this.#signal.aborted) abort(this.#signal.reason);
  }

  onHeaders(status: number, rawHeaders: readonly RawText[], resume: () => void): boolean {
    // Those before the final one say nothing.
    if (status < 200) return true;
    this.status = status;
    this.headers = new RawHeaders(rawHeaders);
    this.body.start(this.headers.get("content-encoding"), resume);
    this.#resolve(this);
    return true;
  }

  onData(chunk: Uint8Array): boolean {
    return this.body.write(chunk);
  }

  onComplete(): void {
    this.#stopListening();
    this.body.end();
  }

  onError(error: unknown): void {
    this.#stopListening();
    // As fetch has it; of an end that was wished for it has the reason alone.
    const { aborted, reason } = this.#signal;
    const failure: unknown = aborted ? reason : new TypeError("fetch failed", { cause: error });
    this.#reject(failure);
    this.body.fail(failure);
  }

  onUpgrade(): void {
    this.#end(new Error("the server left HTTP, which nobody asked for"));
  }

  #onAbort = (): void => {
    const { reason } = this.#signal;
    // At once: a dispatcher may first have to find out that a connection cannot be made.
    this.#reject(reason);
    this.body.fail(reason);
    this.#abort?.(reason);
  };

  #end(reason: unknown): void {
    this.#stopListening();
    this.#abort?.(reason);
  }

  #stopListening(): void {
    this.#signal.removeEventListener("abort", this.#onAbort);
  }
}
