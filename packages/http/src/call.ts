import { BalanceError, isBalanceError, type BalanceErrorCode } from "./balance-error.ts";
import type { ExchangeRequest } from "./exchange.ts";
import { errorFromAttempt, type FailedAttempt } from "./failure.ts";
import { plainCause, wordlessCause } from "./plain-cause.ts";

/** One call under way. */
export interface Call {
  readonly vendor: string;
  readonly request: ExchangeRequest;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** By `performance.now()`. */
  readonly endsAtMs: number;
  /** Requests sent so far. */
  attempts: number;
  /** Whether it waits for its credential, not for the vendor. */
  authorizing: boolean;
  lastFailure?: FailedAttempt;
}

/** Method and path, for messages. */
function placeOf({ request }: Call): string {
  return `${request.method} ${request.path}`;
}

function callError(call: Call, code: BalanceErrorCode, reason: string, cause: unknown): BalanceError {
  const { vendor, attempts } = call;
  const message = `${vendor}: ${placeOf(call)} ${reason}`;
  return new BalanceError({ code, vendor, message, attempts, retryable: code === "timeout", cause });
}

/** The error of a call whose last attempt failed for good. */
export function failedForGood(call: Call, failure: FailedAttempt): BalanceError {
  return errorFromAttempt(call.vendor, placeOf(call), failure, call.attempts);
}

/** The error of a call that reached its deadline, with what failed before it as the cause. */
export function ranOutOfTime(call: Call, timeoutMs: number): BalanceError {
  const { authorizing, lastFailure } = call;
  const waiting = authorizing ? "; its credential never came" : "";
  const cause = lastFailure && failedForGood(call, lastFailure);
  return callError(call, "timeout", `did not finish within ${timeoutMs} ms${waiting}`, cause);
}

/** The error of a call that its caller gave up. */
export function abortedByCaller(call: Call, reason: unknown): BalanceError {
  const cause = plainCause(reason, call.lastFailure?.secrets);
  return callError(call, "aborted", "was aborted by the caller", cause);
}

/** The error of a call whose `authorize` threw before this attempt. */
export function notAuthorized(call: Call, thrown: unknown): BalanceError {
  const { attempts } = call;
  if (isBalanceError(thrown)) return attempts === 0 ? thrown : thrown.afterAttempts(attempts);
  return callError(call, "unauthenticated", "could not be given its credentials", wordlessCause(thrown));
}
