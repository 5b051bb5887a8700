import { BalanceError, isBalanceError } from "./balance-error.ts";
import type { ExchangeRequest } from "./exchange.ts";
import { errorFromAttempt, type FailedAttempt } from "./failure.ts";
import { plainCause, wordlessCause } from "./plain-cause.ts";

/** One call under way. */
export interface Call {
  readonly vendor: string;
  readonly request: ExchangeRequest;
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

/** The error of a call whose last attempt failed for good. */
export function failedForGood(call: Call, failure: FailedAttempt): BalanceError {
  return errorFromAttempt(call.vendor, placeOf(call), failure, call.attempts);
}

/** The error of a call that reached its deadline, with what failed before it as the cause. */
export function ranOutOfTime(call: Call, timeoutMs: number): BalanceError {
  const { vendor, attempts, authorizing, lastFailure } = call;
  const waiting = authorizing ? "; its credential never came" : "";
  return new BalanceError({
    code: "timeout",
    retryable: true,
    vendor,
    message: `${vendor}: ${placeOf(call)} did not finish within ${timeoutMs} ms${waiting}`,
    attempts,
    cause: lastFailure && failedForGood(call, lastFailure),
  });
}

/** The error of a call that its caller gave up. */
export function abortedByCaller(call: Call, reason: unknown): BalanceError {
  const { vendor, attempts, lastFailure } = call;
  const message = `${vendor}: ${placeOf(call)} was aborted by the caller`;
  return new BalanceError({
    code: "aborted",
    vendor,
    message,
    attempts,
    cause: plainCause(reason, lastFailure?.secrets),
  });
}

/** The error of a call whose `authorize` threw before this attempt. */
export function notAuthorized(call: Call, thrown: unknown): BalanceError {
  const { vendor, attempts } = call;
  if (isBalanceError(thrown)) return attempts === 0 ? thrown : thrown.afterAttempts(attempts);
  const message = `${vendor}: ${placeOf(call)} could not be given its credentials`;
  return new BalanceError({
    code: "unauthenticated",
    vendor,
    message,
    attempts,
    cause: wordlessCause(thrown),
  });
}
