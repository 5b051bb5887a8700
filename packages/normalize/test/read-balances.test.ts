import { BalanceError } from "@openbalance/http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BalanceAccount } from "../src/model/account.ts";
import { readBalances, type ReadBalancesOptions } from "../src/read/read-balances.ts";
import type { BalanceResult } from "../src/read/read-result.ts";
import { account, countingRead, pendingRead } from "./accounts.ts";
import { configMessage } from "./config-error.ts";
import { snapshot } from "./snapshots.ts";

function outcomes(results: readonly BalanceResult[]): readonly string[] {
  return results.map((result) => `${result.account.ref} ${result.ok ? "ok" : result.error.code}`);
}

/** An account whose read never ends. */
function stuck(): BalanceAccount {
  return account("stuck", pendingRead({ heedsSignal: false }).read);
}

/** Accounts that count how many of them are read at the same time. */
function countedAccounts(count: number): {
  readonly accounts: readonly BalanceAccount[];
  readonly most: () => number;
} {
  let running = 0;
  let most = 0;
  const accounts = Array.from({ length: count }, (_, index) =>
    account(`${index}`, async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, (index % 3) + 1));
      running -= 1;
      return snapshot(`${index}`);
    }),
  );
  return { accounts, most: () => most };
}

describe("readBalances", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("gives results in the order of the accounts, not in the order they come", async () => {
    const slow = pendingRead();
    const reading = readBalances([account("slow", slow.read), account("fast")]);
    await vi.advanceTimersByTimeAsync(1);
    slow.finish(snapshot("slow"));
    const { complete, results, schema } = await reading;
    expect(outcomes(results)).toEqual(["slow ok", "fast ok"]);
    expect([complete, schema]).toEqual([true, "balance-report/1"]);
  });

  it("makes a result of each failure and is then not complete", async () => {
    const failing = account("b", async () => {
      throw new BalanceError({ code: "unauthenticated", vendor: "acme", message: "acme: no" });
    });
    const odd = account("c", () => {
      throw new TypeError("boom");
    });
    const { complete, results } = await readBalances([account("a"), failing, odd, account("d")]);
    expect(outcomes(results)).toEqual(["a ok", "b unauthenticated", "c vendor_error", "d ok"]);
    expect(results[1]).toMatchObject({ account: { vendor: "acme", ref: "b" }, error: { account: "b" } });
    expect(complete).toBe(false);
  });

  it("is complete with no accounts", async () => {
    expect(await readBalances([])).toEqual({ schema: "balance-report/1", complete: true, results: [] });
  });

  it.each([
    [undefined, 64],
    [3, 3],
    [150, 100],
  ])("reads %s at a time, and at most as many as there are", async (concurrency, expected) => {
    const { accounts, most } = countedAccounts(100);
    const reading = readBalances(accounts, { concurrency });
    await vi.runAllTimersAsync();
    expect((await reading).complete).toBe(true);
    expect(most()).toBe(expected);
  });

  it("bounds all of them together, and begins none once time is up", async () => {
    const late = countingRead();
    const accounts = [account("done"), stuck(), account("late", late.read)];
    const reading = readBalances(accounts, { concurrency: 1, timeoutMs: 400 });
    await vi.advanceTimersByTimeAsync(400);
    const { results } = await reading;
    expect(outcomes(results)).toEqual(["done ok", "stuck timeout", "late timeout"]);
    expect(late.count()).toBe(0);
    expect(results.map((result) => (result.ok ? "" : result.error.message)).join()).toContain(
      "400 ms for all",
    );
    expect(vi.getTimerCount()).toBe(0);
  });

  it("bounds each account from when its own read begins", async () => {
    const { accounts } = countedAccounts(6);
    const reading = readBalances([stuck(), ...accounts], { concurrency: 1, accountTimeoutMs: 100 });
    await vi.runAllTimersAsync();
    const { results } = await reading;
    expect(outcomes(results)).toEqual(["stuck timeout", ...accounts.map(({ ref }) => `${ref} ok`)]);
    expect(results[0]).toMatchObject({ error: { message: expect.stringContaining("within 100 ms") } });
  });

  it("lets the shorter of the two deadlines hold", async () => {
    const reading = readBalances([stuck(), stuck()], {
      concurrency: 1,
      timeoutMs: 150,
      accountTimeoutMs: 100,
    });
    await vi.runAllTimersAsync();
    const messages = (await reading).results.map((result) => (result.ok ? "" : result.error.message));
    expect(messages[0]).toContain("within 100 ms");
    expect(messages[1]).toContain("150 ms for all");
  });

  it("ends with aborted results when the caller gives up, and begins no more", async () => {
    const controller = new AbortController();
    const pending = pendingRead();
    const late = countingRead();
    const accounts = [account("done"), account("stuck", pending.read), account("late", late.read)];
    const reading = readBalances(accounts, { concurrency: 1, signal: controller.signal });
    await vi.advanceTimersByTimeAsync(1);
    controller.abort();
    const { results } = await reading;
    expect(outcomes(results)).toEqual(["done ok", "stuck aborted", "late aborted"]);
    expect(late.count()).toBe(0);
  });

  it("tells of every result as it comes, and how far it is", async () => {
    const slow = pendingRead();
    const told: string[] = [];
    const reading = readBalances([account("slow", slow.read), account("fast")], {
      onResult: (result, { index, done, total }) =>
        told.push(`${result.account.ref} ${index} ${done}/${total}`),
    });
    await vi.advanceTimersByTimeAsync(1);
    slow.finish(snapshot("slow"));
    await reading;
    expect(told).toEqual(["fast 1 1/2", "slow 0 2/2"]);
  });

  it.each([
    () => {
      throw new Error("the caller's own");
    },
    async () => {
      throw new Error("the caller's own");
    },
  ])("is not disturbed by an observer that throws or rejects", async (onResult) => {
    const { complete } = await readBalances([account("a"), account("b")], { onResult });
    expect(complete).toBe(true);
  });

  it("reads the accounts it was given, whatever becomes of the array meanwhile", async () => {
    const slow = pendingRead();
    const accounts = [account("slow", slow.read), account("b"), account("c")];
    const reading = readBalances(accounts, { concurrency: 1 });
    accounts.length = 1;
    slow.finish(snapshot("slow"));
    expect(outcomes((await reading).results)).toEqual(["slow ok", "b ok", "c ok"]);
  });

  it.each<[string, ReadBalancesOptions]>([
    ["`concurrency`", { concurrency: 0 }],
    ["`concurrency`", { concurrency: 1.5 }],
    ["`concurrency`", { concurrency: "8" as unknown as number }],
    ["`timeoutMs`", { timeoutMs: Infinity }],
    ["`accountTimeoutMs`", { accountTimeoutMs: -1 }],
    ["`signal`", { signal: true as unknown as AbortSignal }],
    ["`onResult`", { onResult: "log" as unknown as () => void }],
    ["`parallel`", { parallel: 3 } as ReadBalancesOptions],
  ])("rejects, naming %s, before any read", async (name, options) => {
    const { read, count } = countingRead();
    expect(await configMessage(() => readBalances([account("a", read)], options))).toContain(name);
    expect(count()).toBe(0);
  });

  it("rejects, naming the place, for what is no account", async () => {
    const accounts = [account("a"), { vendor: "acme" } as BalanceAccount];
    expect(await configMessage(() => readBalances(accounts))).toContain("`accounts[1]`");
    const none = new Set(accounts) as unknown as BalanceAccount[];
    expect(await configMessage(() => readBalances(none))).toContain("`accounts`");
  });
});
