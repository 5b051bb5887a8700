import type { OutgoingRequest } from "./attempt.ts";
import { BalanceError } from "./balance-error.ts";
import { redact } from "./plain-cause.ts";
import type { Problem, Reply } from "./problem.ts";
import { parseRetryAfterMs } from "./retry.ts";

/** Milliseconds the vendor asks to wait: `Retry-After`, or its own way of saying so, whichever is longer. */
export function askedWaitMs(problem: Problem, reply: Reply | undefined): number | undefined {
  const header = reply && parseRetryAfterMs(reply.headers["retry-after"], reply.receivedAtMs);
  if (header === undefined) return problem.retryAfterMs;
  return Math.max(header, problem.retryAfterMs ?? 0);
}

/** A failed attempt, with all that a message about it must not repeat. */
export interface FailedAttempt {
  readonly problem: Problem;
  /** Absent when none came. */
  readonly reply?: Reply | undefined;
  readonly cause?: Error | undefined;
  readonly secrets: readonly string[];
}

/** Builds the error of a call from its last attempt. */
export function errorFromAttempt(
  vendor: string,
  place: string,
  { problem, reply, cause, secrets }: FailedAttempt,
  attempts: number,
): BalanceError {
  const vendorMessage = problem.message === undefined ? undefined : redact(problem.message, secrets);
  const vendorCode = problem.vendorCode === undefined ? undefined : redact(problem.vendorCode, secrets);
  const requestId = reply?.headers["x-request-id"];
  const retryAfterMs = askedWaitMs(problem, reply);
  const reason = [vendorMessage || problem.reason, vendorCode && `(${vendorCode})`].filter(Boolean).join(" ");
  const outcome = reply === undefined ? "failed" : `answered ${reply.status}`;
  return new BalanceError({
    code: problem.code,
    retryable: problem.retry !== "never",
    vendor,
    message: `${vendor}: ${place} ${outcome}${reason === "" ? "" : `: ${reason}`}`,
    attempts,
    ...(reply === undefined ? {} : { httpStatus: reply.status }),
    ...(vendorCode === undefined ? {} : { vendorCode }),
    ...(vendorMessage === undefined ? {} : { vendorMessage }),
    ...(requestId === undefined ? {} : { requestId: redact(requestId, secrets) }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** What `authorize` added to a request, without the scheme before it: none of it may be repeated. */
export function secretsOf(
  sent: OutgoingRequest,
  before: Readonly<Record<string, string>>,
  known: readonly string[] = [],
): readonly string[] {
  const added = Object.entries(sent.headers)
    .filter(([name]) => !(name in before))
    .flatMap(([, value]) => [value, value.replace(/^\S+ /, "")]);
  // Shorter values (a nonce) are no secrets, and striking them out would garble the message.
  return [...known, ...added].filter((value) => value.length >= 8);
}
