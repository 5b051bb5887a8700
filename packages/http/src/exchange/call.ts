import { BalanceError, isBalanceError, type BalanceErrorCode } from "../errors/balance-error.ts";
import type { CheckedOptions } from "../options/client-options.ts";
import type { FailedAttempt } from "./attempt-result.ts";
import { errorFromAttempt } from "./failure.ts";
import type { KeptConnections } from "./kept-connections.ts";
import { notify, type EventDetails } from "../options/observe.ts";
import { plainCause, wordlessCause } from "../errors/plain-cause.ts";
import type { ExchangeRequest } from "./vendor-rules.ts";

/** One call under way: what all its attempts share, and the errors that it can end with. */
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
  /** Requests that reached nobody, and were sent again. */
  resends = 0;
  lastFailure: FailedAttempt | undefined;

  constructor(
    vendor: string,
    request: ExchangeRequest,
    options: CheckedOptions,
    connections: KeptConnections,
    signal?: AbortSignal,
  ) {
    this.vendor = vendor;
    this.request = request;
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

  /** The error of a call whose time is up, with what failed before as the cause. */
  expired(waitingFor = ""): BalanceError {
    const { lastFailure, options } = this;
    const reason = `did not finish within ${options.timeoutMs} ms${waitingFor}`;
    return this.#error("timeout", reason, lastFailure && this.failedForGood(lastFailure));
  }

  /** The error of a call that threw. Throws what is neither ours nor the caller's. */
  ended(thrown: unknown): BalanceError {
    if (isBalanceError(thrown)) return thrown;
    if (!this.signal?.aborted) throw thrown;
    return this.#error("aborted", "was aborted by the caller", plainCause(thrown, this.lastFailure?.secrets));
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
