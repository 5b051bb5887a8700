import type { BalanceResult } from "@openbalance/normalize";

/** A vendor that asks for more is asked again after an hour: one odd header must not blind whoever watches. */
const longestAskedWaitMs = 3_600_000;

/** Milliseconds that a vendor asks to wait before the next reading; 0 when it does not. */
export function askedWaitMs(result: BalanceResult): number {
  return result.ok ? 0 : Math.min(result.error.retryAfterMs ?? 0, longestAskedWaitMs);
}
