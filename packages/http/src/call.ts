import { BalanceError, isBalanceError, type BalanceErrorCode } from "./balance-error.ts";
import type { CheckedOptions } from "./client-options.ts";
import type { ExchangeRequest } from "./exchange.ts";
import { errorFromAttempt, type FailedAttempt } from "./failure.ts";
import { notify, type EventDetails } from "./observe.ts";
import { ownOptions } from "./own-options.ts";
import { plainCause, wordlessCause } from "./plain-cause.ts";
import type { TextReply } from "./problem.ts";
import type { KeptConnections } from "./kept-connections.ts";

/** Why a call is over whose deadline has passed. */
export const callExpired: unique symbol = Symbol("callExpired");

/** One call under way. */
export class Call {
  readonly vendor: string;
  readonly request: ExchangeRequest;
  readonly options: CheckedOptions;
  readonly connections: KeptConnections;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** By `performance.now()`. */
  readonly endsAtMs: number;
  /** Requests sent so far. */
  attempts = 0;
  /** Whether it waits for its credential, not for the vendor. */
  authorizing = false;
  /** Requests that reached nobody, and were sent again. */
  resends = 0;
  /** What is known of a refusal whose body is still to come. */
  refusal: TextReply | undefined;
  lastFailure: FailedAttempt | undefined;

  constructor(
    vendor: string,
    request: ExchangeRequest,
    options: CheckedOptions,
    connections: KeptConnections,
    signal?: AbortSignal,
  ) {
    this.vendor = vendor;
    this.request = ownOptions(request);
    this.options = options;
    this.connections = connections;
    this.signal = signal;
    this.endsAtMs = performance.now() + options.timeoutMs;
  }

  /** Milliseconds until the deadline, at least none. */
  get leftMs(): number {
    const leftMs = Math.ceil(this.endsAtMs - performance.now());
    // A clock that stands still between two looks makes a rounding error of one.
    return Math.max(0, Math.min(leftMs, this.options.timeoutMs));
  }

  /** Tells the observer, who may abort the call by it. */
  tell(event: EventDetails): void {
    this.#refuseAborted();
    this.notify(event);
    this.#refuseAborted();
  }

  /** A signal of the caller's own need not have `throwIfAborted`. */
  #refuseAborted(): void {
    if (this.signal?.aborted) throw this.signal.reason;
  }

  /** Tells the observer, whatever has become of the call. */
  notify(event: EventDetails): void {
    notify(this.options.observe, this.vendor, this.request.path, event);
  }

  /** The error of a call whose last attempt failed for good. */
  failedForGood(failure: FailedAttempt): BalanceError {
    return errorFromAttempt(this.vendor, this.#place, failure, this.attempts);
  }

  /** The error of a call whose `authorize` threw before this attempt. */
  notAuthorized(thrown: unknown): BalanceError {
    const { attempts } = this;
    if (isBalanceError(thrown)) return attempts === 0 ? thrown : thrown.afterAttempts(attempts);
    return this.#error("unauthenticated", "could not be given its credentials", wordlessCause(thrown));
  }

  /** The error of a call that was ended, with what failed before it as the cause. Throws what is none of ours. */
  ended(thrown: unknown): BalanceError {
    const { authorizing, lastFailure, options } = this;
    if (isBalanceError(thrown)) return thrown;
    if (this.signal?.aborted) {
      return this.#error("aborted", "was aborted by the caller", plainCause(thrown, lastFailure?.secrets));
    }
    if (thrown !== callExpired) throw thrown;
    const waiting = authorizing ? "; its credential never came" : "";
    const reason = `did not finish within ${options.timeoutMs} ms${waiting}`;
    return this.#error("timeout", reason, lastFailure && this.failedForGood(lastFailure));
  }

  get #place(): string {
    return `${this.request.method} ${this.request.path}`;
  }

  #error(code: BalanceErrorCode, reason: string, cause: unknown): BalanceError {
    const { vendor, attempts } = this;
    const message = `${vendor}: ${this.#place} ${reason}`;
    return new BalanceError({ code, vendor, message, attempts, retryable: code === "timeout", cause });
  }
}
