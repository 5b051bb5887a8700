import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { RateLimiter } from "../src/read/rate-limiter.ts";

/** When each of so many reads has its turn, if each asks again as soon as it may. */
function turns(
  limiter: RateLimiter,
  count: number,
  requests = 1,
  pauses: readonly number[] = [],
): readonly number[] {
  const at: number[] = [];
  let nowMs = 0;
  while (at.length < count) {
    const waitMs = limiter.take(requests, nowMs);
    if (waitMs > 0) nowMs += waitMs;
    else nowMs += pauses[at.push(nowMs) - 1] ?? 0;
  }
  return at;
}

function limiterOf(...limits: readonly { readonly requests: number; readonly perMs: number }[]): RateLimiter {
  const limiter = new RateLimiter();
  limiter.keepTo(limits);
  return limiter;
}

/** The most turns in any window of this length. */
function busiest(at: readonly number[], perMs: number): number {
  return Math.max(0, ...at.map((from) => at.filter((time) => time >= from && time < from + perMs).length));
}

describe("a rate limiter", () => {
  it("lets no window of the limit's length hold more requests than the limit, wherever it begins", () => {
    assert(
      property(
        integer({ min: 1, max: 60 }),
        integer({ min: 1, max: 5_000 }),
        array(integer({ min: 0, max: 2_000 }), { maxLength: 100 }),
        (requests, perMs, pauses) => {
          const at = turns(limiterOf({ requests, perMs }), 150, 1, pauses);
          expect(busiest(at, perMs)).toBeLessThanOrEqual(requests);
        },
      ),
    );
  });

  it("uses at least nine tenths of the limit", () => {
    const at = turns(limiterOf({ requests: 20, perMs: 1_000 }), 2_000);
    expect(at.at(-1)).toBeLessThan(111_000);
    expect(at.at(-1)).toBeGreaterThan(99_000);
  });

  it("counts every request of a read that sends several", () => {
    const at = turns(limiterOf({ requests: 20, perMs: 1_000 }), 100, 2);
    expect(busiest(at, 1_000)).toBeLessThanOrEqual(10);
  });

  it("keeps to all limits at once, also to one that comes later", () => {
    const limiter = limiterOf({ requests: 3, perMs: 1_000 });
    limiter.keepTo([{ requests: 60, perMs: 60_000 }]);
    const at = turns(limiter, 200);
    expect(busiest(at, 1_000)).toBeLessThanOrEqual(3);
    expect(busiest(at, 60_000)).toBeLessThanOrEqual(60);
  });

  it("gives no turn for as long as the vendor asks, a second where it does not say, an hour at most", () => {
    const limiter = limiterOf({ requests: 1_000, perMs: 1_000 });
    limiter.hold(undefined, 0);
    expect(limiter.take(1, 0)).toBe(1_000);
    limiter.hold(5_000, 0);
    limiter.hold(2_000, 0);
    expect(limiter.take(1, 0)).toBe(5_000);
    limiter.hold(3_600_000_000, 0);
    expect(limiter.take(1, 0)).toBe(3_600_000);
    expect(limiter.take(1, 3_600_000)).toBe(0);
  });

  it("is idle once nothing is held back any more", () => {
    const limiter = limiterOf({ requests: 1, perMs: 950 });
    limiter.take(1, 0);
    expect(limiter.isIdle(999)).toBe(false);
    expect(limiter.isIdle(1_000)).toBe(true);
    limiter.hold(10, 1_000);
    expect(limiter.isIdle(1_009)).toBe(false);
  });
});
