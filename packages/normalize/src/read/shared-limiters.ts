import type { RequestRate } from "@openbalance/http";
import { RateLimiter } from "./rate-limiter.ts";

/** By what the vendor counts together. Its keys may hold a credential. */
const limiters = new Map<string, RateLimiter>();
const fewestToSweep = 1_024;
let sweepAt = fewestToSweep;

/** The limiter of all accounts in this process that a vendor counts together; undefined where no limit holds. */
export function sharedLimiter(rate: RequestRate): RateLimiter | undefined {
  const { limits } = rate;
  if (limits.length === 0) return undefined;
  const key = rate.sharedKey;
  let limiter = limiters.get(key);
  if (limiter === undefined) {
    if (limiters.size >= sweepAt) sweep();
    limiter = new RateLimiter();
    limiters.set(key, limiter);
  }
  limiter.keepTo(limits);
  rate.onSlowed((waitMs) => sharedLimiter(rate)?.hold(waitMs, performance.now()));
  return limiter;
}

/** Forgets those that know nothing any more, so that keys that are read once do not pile up. */
function sweep(): void {
  const nowMs = performance.now();
  for (const [key, limiter] of limiters) if (limiter.isIdle(nowMs)) limiters.delete(key);
  sweepAt = Math.max(fewestToSweep, limiters.size * 2);
}
