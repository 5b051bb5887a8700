import type { RateLimit } from "@openbalance/http";

/** A vendor that asks for more is asked again after an hour. */
const longestHoldMs = 3_600_000;
/** Held for this long when a vendor refuses the rate without saying how long to wait. */
const usualHoldMs = 1_000;
/** The rest is kept free, since the network brings requests closer together than they were sent. */
const usedShare = 0.95;

interface Meter {
  readonly limit: RateLimit;
  readonly intervalMs: number;
  /** How far ahead of its even pace a burst may run. */
  readonly burstMs: number;
  /** When the next request is due at an even pace. */
  dueAtMs: number;
}

/**
 * Says when one key may be used again: at an even pace, with a twentieth of the limit at once (the generic cell rate
 * algorithm). No window of the limit's length, wherever it begins, holds more than the limit.
 */
export class RateLimiter {
  readonly #meters: Meter[] = [];
  #limits: readonly RateLimit[] = [];
  #heldUntilMs = 0;

  /** Keeps to these limits too; where accounts of one key were given different ones, the strictest holds. */
  keepTo(limits: readonly RateLimit[]): void {
    if (this.#limits === limits) return;
    this.#limits = limits;
    for (const limit of limits) {
      const { requests, perMs } = limit;
      const isKept = this.#meters.some(
        (meter) => meter.limit.requests === requests && meter.limit.perMs === perMs,
      );
      if (!isKept) this.#meters.push(meterOf(limit));
    }
  }

  /** Takes the turn of a read that sends so many requests and gives 0, or the milliseconds until it may be taken. */
  take(requests: number, nowMs: number): number {
    let waitMs = this.#heldUntilMs - nowMs;
    for (const { dueAtMs, burstMs } of this.#meters) waitMs = Math.max(waitMs, dueAtMs - burstMs - nowMs);
    if (waitMs > 0) return waitMs;
    for (const meter of this.#meters) {
      meter.dueAtMs = Math.max(meter.dueAtMs, nowMs) + requests * meter.intervalMs;
    }
    return 0;
  }

  /** Gives nobody a turn for as long as the vendor asks; a shorter wish never ends a longer one. */
  hold(waitMs: number = usualHoldMs, nowMs: number): void {
    this.#heldUntilMs = Math.max(this.#heldUntilMs, nowMs + Math.min(waitMs, longestHoldMs));
  }

  /** Whether it knows nothing that a new one would not. */
  isIdle(nowMs: number): boolean {
    return this.#heldUntilMs <= nowMs && this.#meters.every(({ dueAtMs }) => dueAtMs <= nowMs);
  }
}

function meterOf(limit: RateLimit): Meter {
  const { requests, perMs } = limit;
  const burst = Math.max(1, Math.floor(requests / 20));
  const intervalMs = perMs / (requests * usedShare - (burst - 1));
  return { limit, intervalMs, burstMs: (burst - 1) * intervalMs, dueAtMs: 0 };
}
