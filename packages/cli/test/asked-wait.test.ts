import { createAccountReader } from "../src/accounts/account-reader.ts";
import { BalanceError } from "@openbalance/normalize";
import { expect, it, vi } from "vitest";
import { askedWaitMs } from "../src/accounts/asked-wait.ts";
import { createAccountCache } from "../src/commands/serve/account-cache.ts";
import { formatExposition } from "../src/commands/serve/exposition.ts";
import { metricsOf } from "../src/commands/serve/metrics.ts";
import { nextWaitMs } from "../src/commands/watch/next-wait.ts";
import type { WantedAccount } from "../src/config/wanted-account.ts";

const account = { vendor: "acme", ref: "acme" };

function refusal(retryAfterMs?: number): Parameters<typeof askedWaitMs>[0] & { readonly ok: false } {
  const error = new BalanceError({ code: "rate_limited", vendor: "acme", message: "acme: no", retryAfterMs });
  return { ok: false, account, error };
}

/** The first refusal asks for 41 days, the others for nothing. */
function refusalAt(number: number): ReturnType<typeof refusal> {
  return refusal(number === 1 ? 3_600_000_000 : undefined);
}

it("an odd Retry-After of 41 days makes nobody blind for more than an hour", () => {
  expect([3_600_000_000, 90_000, undefined].map((waitMs) => askedWaitMs(refusal(waitMs)))).toEqual([
    3_600_000, 90_000, 0,
  ]);
  const wanted: WantedAccount = {
    ...account,
    shortestIntervalMs: 1,
    credentials: [],
    open: () => Promise.reject() as never,
    fetchSecrets: async () => undefined,
  };
  expect(nextWaitMs(60_000, wanted, refusal(3_600_000_000), 0)).toBe(3_600_000);
});

it("serve reads again after that hour, and its metrics say until when it waits", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: 0 });
  try {
    let reads = 0;
    const wanted: WantedAccount = {
      ...account,
      shortestIntervalMs: 1,
      credentials: [],
      open: () => ({ ...account, read: () => Promise.reject(refusalAt((reads += 1)).error) }),
      fetchSecrets: async () => undefined,
    };
    const { signal } = new AbortController();
    const cache = createAccountCache(wanted, {
      reader: createAccountReader(undefined),
      everyMs: 60_000,
      timeoutMs: 8_000,
      signal,
      onFresh: async () => undefined,
    });
    const first = await cache.read();
    const text = formatExposition(metricsOf([first], { thresholds: [], pending: 0, version: "1.0.0" }));
    expect(text).toContain(
      'openbalance_waits_until_timestamp_seconds{vendor="acme",account="acme"} 3600.000\n',
    );
    vi.advanceTimersByTime(3_599_999);
    expect(await cache.read()).toBe(first);
    vi.advanceTimersByTime(1);
    const second = await cache.read();
    expect([reads, second.waitsUntilMs]).toEqual([2, undefined]);
    expect(
      formatExposition(metricsOf([second], { thresholds: [], pending: 0, version: "1.0.0" })),
    ).not.toContain("waits_until");
  } finally {
    vi.useRealTimers();
  }
});
