import { configError } from "../errors/balance-error.ts";
import { ownOptions } from "./own-options.ts";
import { isWholeNumber } from "./whole-number.ts";

/** How many requests a vendor takes within a time. */
export interface RateLimit {
  /** Requests, at least 1. */
  readonly requests: number;
  /** Milliseconds in which they may be sent, at most a day. */
  readonly perMs: number;
}

const longestPeriodMs = 86_400_000;

/** Refuses what is neither absent, `false`, nor a limit that can be kept. */
export function checkRateLimit(vendor: string, limit: unknown): RateLimit | false | undefined {
  if (limit === undefined || limit === false) return limit;
  const { requests, perMs } = ownOptions(Object(limit) as Partial<RateLimit>);
  if (isWholeNumber(requests, Number.MAX_SAFE_INTEGER) && isWholeNumber(perMs, longestPeriodMs)) {
    return { requests, perMs };
  }
  throw configError(
    vendor,
    "`rateLimit` must be false or { requests, perMs }: whole numbers from 1, `perMs` at most a day (86400000)",
  );
}
