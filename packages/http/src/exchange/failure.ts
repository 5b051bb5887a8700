import type { FailedAttempt } from "./attempt-result.ts";
import { BalanceError } from "../errors/balance-error.ts";
import { redact } from "../secrets/redact.ts";
import { askedWaitMs } from "./retry.ts";

/** Builds the error of a call from its last attempt. */
export function errorFromAttempt(
  vendor: string,
  place: string,
  { problem, reply, cause, secrets }: FailedAttempt,
  attempts: number,
): BalanceError {
  const shown = (text: string | undefined): string | undefined => text && redact(text, secrets);
  const vendorMessage = shown(problem.message);
  const vendorCode = shown(problem.vendorCode);
  const reason = [vendorMessage || problem.reason, vendorCode && `(${vendorCode})`].filter(Boolean).join(" ");
  const outcome = reply === undefined ? "failed" : `answered ${reply.status}`;
  return new BalanceError({
    code: problem.code,
    retryable: problem.retry !== "never",
    vendor,
    message: `${vendor}: ${place} ${outcome}${reason && `: ${reason}`}`,
    attempts,
    httpStatus: reply?.status,
    vendorCode,
    vendorMessage,
    requestId: shown(reply?.headers["x-request-id"] ?? reply?.headers["request-id"]),
    retryAfterMs: askedWaitMs(problem, reply),
    cause,
  });
}
