const firstWaitMs = 250;
const longestOwnWaitMs = 8_000;

/** The longest wait a vendor may ask for; beyond it the call ends and tells the caller how long. */
export const longestAskedWaitMs = 60_000;

/** A wait with full jitter before the given retry (1 is the first): `random(0, min(8 s, 250 ms * 2^n))`. */
export function jitteredWaitMs(retry: number, random: () => number = Math.random): number {
  return random() * Math.min(longestOwnWaitMs, firstWaitMs * 2 ** (retry - 1));
}

/** Reads `Retry-After`, seconds or one of the three HTTP dates. Undefined when absent, past or malformed. */
export function parseRetryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const atMs = parseHttpDate(text);
  return atMs === undefined || atMs <= nowMs ? undefined : atMs - nowMs;
}

// IMF-fixdate, RFC 850 and asctime: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
const datesInGmt = /^[A-Z][a-z]{2,8}, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/;
const asctimeDate = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/** Milliseconds since the epoch of an HTTP date, or undefined. */
export function parseHttpDate(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  // An asctime date carries no zone, and `Date.parse` would take it for local time.
  const dated = asctimeDate.test(text) ? `${text} GMT` : datesInGmt.test(text) ? text : undefined;
  const ms = dated === undefined ? Number.NaN : Date.parse(dated);
  return Number.isNaN(ms) ? undefined : ms;
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
