import { BalanceError } from "@openbalance/normalize";
import { expect, it } from "vitest";
import { askedWaitMs } from "../src/accounts/asked-wait.ts";
import { nextWaitMs } from "../src/commands/watch/next-wait.ts";
import type { WantedAccount } from "../src/config/wanted-account.ts";

const account = { vendor: "acme", ref: "acme" };

function refusal(retryAfterMs?: number): Parameters<typeof askedWaitMs>[0] {
  const error = new BalanceError({ code: "rate_limited", vendor: "acme", message: "acme: no", retryAfterMs });
  return { ok: false, account, error };
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
