import type { FailedAttempt } from "./attempt-result.ts";
import { parseHttpDate } from "../reply/http-date.ts";
import type { Problem, Reply } from "../reply/problem.ts";

const firstWaitMs = 250;
const longestOwnWaitMs = 8_000;
/** The longest wait a vendor may ask for; beyond it the call ends and tells the caller how long. */
const longestAskedWaitMs = 60_000;

/** What is known of a call whose attempt failed. */
export interface CallSoFar {
  /** Requests sent. */
  readonly attempts: number;
  /** Requests that it may send in all. */
  readonly mostAttempts: number;
  /** Milliseconds until its deadline. */
  readonly leftMs: number;
}

/** Milliseconds to wait before another attempt, or undefined when there is to be none in what is left of the call. */
export function waitBeforeRetry(
  { problem, reply }: FailedAttempt,
  { attempts, mostAttempts, leftMs }: CallSoFar,
): number | undefined {
  if (problem.retry === "never" || attempts >= mostAttempts) return undefined;
  if (problem.retry === "now") return 0;
  const askedMs = askedWaitMs(problem, reply) ?? 0;
  if (askedMs > Math.min(longestAskedWaitMs, leftMs)) return undefined;
  // Full jitter: `random(0, min(8 s, 250 ms * 2^n))`.
  return Math.max(askedMs, Math.random() * Math.min(longestOwnWaitMs, firstWaitMs * 2 ** (attempts - 1)));
}

/** Milliseconds the vendor asks to wait: `Retry-After`, or its own way of saying so, whichever is longer. */
export function askedWaitMs({ retryAfterMs }: Problem, reply: Reply | undefined): number | undefined {
  let longest: number | undefined;
  for (const wait of [retryAfterMs, reply && retryAfterOf(reply)]) {
    // Not negative, not infinite, not NaN.
    if (wait !== undefined && wait >= (longest ?? 0) && wait < Infinity) longest = wait;
  }
  return longest;
}

/** A date is measured by the clock that wrote it, where the reply shows that one. */
function retryAfterOf({ headers, receivedAtMs }: Reply): number | undefined {
  return parseRetryAfterMs(headers["retry-after"], parseHttpDate(headers["date"]) ?? receivedAtMs);
}

/** Reads `Retry-After`, seconds or one of the three HTTP dates. Undefined when absent, past or malformed. */
function parseRetryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const atMs = parseHttpDate(text);
  return atMs === undefined || atMs <= nowMs ? undefined : atMs - nowMs;
}

/** Tokens that every retry of one client draws on, so that an outage is not multiplied. */
export interface RetryBudget {
  take(): boolean;
  refund(): void;
}

const budgetTokens = 500;
const retryCost = 5;

/** Creates a full budget: 500 tokens, 5 a retry, 1 back for every success. */
export function createRetryBudget(): RetryBudget {
  let tokens = budgetTokens;
  return {
    take(): boolean {
      if (tokens < retryCost) return false;
      tokens -= retryCost;
      return true;
    },
    refund(): void {
      tokens = Math.min(budgetTokens, tokens + 1);
    },
  };
}
