import type { OutgoingRequest } from "./outgoing-request.ts";
import type { ExchangeRequest } from "./exchange.ts";
import { BalanceError } from "./balance-error.ts";
import { redact } from "./redact.ts";
import type { Problem, Reply } from "./problem.ts";
import { askedWaitMs } from "./retry.ts";

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

// Of these nothing is secret.
const openHeader = /^(accept(-language)?|content-type|prefer|user-agent)$/;

/** A request's body and header values: none of it may be repeated, and of the credentials no part. */
export function secretsOf(sent: OutgoingRequest, asked: ExchangeRequest): readonly string[] {
  const values = Object.entries(sent.headers).flatMap(([name, value]) => {
    if (openHeader.test(name)) return [];
    // The caller's own headers may be a secret as a whole; their parts are words like any other.
    const afterScheme = value.replace(/^\S+ /, "");
    const whole = [value, afterScheme];
    return asked.headers[name] === value ? whole : whole.concat(credentialsIn(value, afterScheme));
  });
  return [...(asked.secrets ?? []), ...(sent.body === undefined ? [] : [sent.body]), ...values];
}

/** `Token token="<key>"`, `Basic <user and key in Base64>`: the key alone is the secret. */
function credentialsIn(value: string, afterScheme: string): readonly string[] {
  const basic = /^basic /i.test(value) ? decoded(afterScheme).split(":") : [];
  // A shorter part is the name of a scheme or a nonce.
  return [...basic, ...value.split(/[\s,;="]+/).filter(({ length }) => length >= 8)];
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch {
    // Whatever calls itself Basic and is none is a secret as it is.
    return "";
  }
}
