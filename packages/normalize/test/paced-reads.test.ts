import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  deepgramAccount,
  flexpriceAccount,
  readBalances,
  readBalancesStream,
  telnyxAccount,
  type BalanceAccount,
} from "../src/index.ts";
import { account, pendingRead } from "./accounts.ts";
import { configMessage } from "./config-error.ts";

const wallet = '{"wallet_id":"w","currency":"USD","real_time_balance":"1.00","balance":"1.00"}';
const balance =
  '{"data":{"record_type":"balance","currency":"USD","balance":"1.00","available_credit":"1.00"}}';

/** A vendor that takes so many requests in any second of each key, and refuses what is more. */
function limitedVendor(
  perSecond: number,
  body: string,
): { fetch: typeof fetch; refused: number; seen: number[] } {
  const server = { refused: 0, seen: [] as number[], fetch: (async () => answer()) as typeof fetch };
  function answer(): Response {
    const now = performance.now();
    server.seen.push(now);
    if (server.seen.filter((at) => at > now - 1_000).length <= perSecond) return json(body);
    server.refused += 1;
    return json("{}", 429);
  }
  return server;
}

function json(body: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { "content-type": "application/json", ...headers } });
}

function wallets(
  count: number,
  apiKey: string,
  fetch: typeof globalThis.fetch,
  rateLimit?: object,
): BalanceAccount[] {
  return Array.from({ length: count }, (_, index) =>
    flexpriceAccount({ apiKey, walletId: `w${index}`, region: "us", fetch, retry: false, ...rateLimit }),
  );
}

const twenty = { rateLimit: { requests: 20, perMs: 1_000 } };

/** Runs the clock until it is done, and says how many milliseconds that took. */
async function finish<Result>(reading: Promise<Result>): Promise<{ result: Result; tookMs: number }> {
  const from = performance.now();
  const state = { isDone: false };
  void reading.catch(() => undefined).finally(() => (state.isDone = true));
  while (!state.isDone) await vi.advanceTimersByTimeAsync(10);
  return { result: await reading, tookMs: performance.now() - from };
}

describe("reading many accounts", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("keeps to the limit of their key: every account is read, none is refused", async () => {
    const vendor = limitedVendor(20, wallet);
    const { result, tookMs } = await finish(readBalances(wallets(200, "sk_one", vendor.fetch, twenty)));
    expect([result.complete, vendor.refused, vendor.seen.length]).toEqual([true, 0, 200]);
    expect(tookMs).toBeLessThan(11_500);
  });

  it("shares the limit between readings that run beside and after each other", async () => {
    const vendor = limitedVendor(20, wallet);
    const [first, second] = [50, 50].map((count) => wallets(count, "sk_two", vendor.fetch, twenty));
    await finish(Promise.all([readBalances(first ?? []), readBalances(second ?? [])]));
    await finish(readBalances(wallets(50, "sk_two", vendor.fetch, twenty)));
    expect([vendor.refused, vendor.seen.length]).toEqual([0, 150]);
  });

  it("paces keys apart, and keys of functions by the function", async () => {
    const vendor = limitedVendor(60, wallet);
    const keys = Array.from({ length: 3 }, (_, index) => () => `sk_${index}`);
    const accounts = keys.flatMap((apiKey) =>
      Array.from({ length: 20 }, () =>
        flexpriceAccount({ apiKey, walletId: "w", region: "us", fetch: vendor.fetch, ...twenty }),
      ),
    );
    const { tookMs } = await finish(readBalances(accounts));
    expect(tookMs).toBeLessThan(1_200);
    expect(vendor.refused).toBe(0);
  });

  it("waits as long as a refusal asks before it uses that key again; other keys go on", async () => {
    const seen: string[] = [];
    const fetch = (async (_url: string, init: { headers: Record<string, string> }) => {
      const key = new Headers(init.headers).get("x-api-key") ?? "";
      seen.push(`${key} ${Math.floor(performance.now() / 1_000)}`);
      return key === "sk_slow" && seen.length === 1 ? json("{}", 429, { "retry-after": "30" }) : json(wallet);
    }) as unknown as typeof globalThis.fetch;
    const from = Math.floor(performance.now() / 1_000);
    const slow = wallets(3, "sk_slow", fetch, { rateLimit: { requests: 2, perMs: 1_000 } });
    const { result } = await finish(readBalances([...slow, ...wallets(2, "sk_fast", fetch)]));
    expect(result.results.map(({ ok }) => ok)).toEqual([false, true, true, true, true]);
    const slowAt = seen
      .filter((line) => line.startsWith("sk_slow"))
      .map((line) => Number(line.split(" ")[1]) - from);
    expect(slowAt[0]).toBe(0);
    expect(Math.min(...slowAt.slice(1))).toBeGreaterThanOrEqual(30);
    const fastAt = seen
      .filter((line) => line.startsWith("sk_fast"))
      .map((line) => Number(line.split(" ")[1]) - from);
    expect(Math.max(...fastAt)).toBeLessThan(2);
  });

  it("gives a key that has to wait no place among those that are read", async () => {
    const vendor = limitedVendor(1, wallet);
    const slow = wallets(5, "sk_rare", vendor.fetch, { rateLimit: { requests: 1, perMs: 60_000 } });
    const done: string[] = [];
    const reading = readBalances([...slow, ...[1, 2, 3].map((index) => account(`${index}`))], {
      concurrency: 2,
      onResult: ({ account: { vendor: name } }) => void done.push(name),
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(done.toSorted()).toEqual(["acme", "acme", "acme", "flexprice"]);
    await finish(reading);
    expect(done).toHaveLength(8);
  });

  it("leaves a slow vendor no more than its share", async () => {
    const slow = pendingRead();
    const stuck = Array.from({ length: 20 }, (_, index) => account(`${index}`, slow.read));
    const quick = ["b", "c"].flatMap((vendor) =>
      [1, 2].map((): BalanceAccount => Object.assign(account("q"), { vendor })),
    );
    const done: string[] = [];
    const onResult = ({ account: { vendor } }: { account: { vendor: string } }): void =>
      void done.push(vendor);
    const controller = new AbortController();
    const all = [...stuck.slice(0, 2), ...quick, ...stuck.slice(2)];
    const reading = readBalances(all, { concurrency: 4, onResult, signal: controller.signal });
    await vi.advanceTimersByTimeAsync(10);
    expect(done.toSorted()).toEqual(["b", "b", "c", "c"]);
    controller.abort();
    const { results } = await reading;
    expect(results.filter(({ ok }) => ok)).toHaveLength(4);
  });

  it("answers for those that wait when the time is up or the reading is given up", async () => {
    const vendor = limitedVendor(1, wallet);
    const rare = { rateLimit: { requests: 1, perMs: 60_000 } };
    const late = await finish(readBalances(wallets(4, "sk_late", vendor.fetch, rare), { timeoutMs: 500 }));
    expect(late.tookMs).toBeLessThan(600);
    expect(late.result.results.map((each) => each.ok || each.error.code)).toEqual([
      true,
      "timeout",
      "timeout",
      "timeout",
    ]);
    const controller = new AbortController();
    const given = readBalances(wallets(3, "sk_given", vendor.fetch, rare), { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(5);
    controller.abort();
    expect(
      (await given).results.filter((each) => !each.ok && each.error.code === "aborted").length,
    ).toBeGreaterThan(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("takes no more than a thousand accounts of a stream whose key has to wait", async () => {
    let taken = 0;
    function* endless(): Generator<BalanceAccount> {
      for (;;) {
        taken += 1;
        yield* wallets(1, "sk_endless", async () => json(wallet), {
          rateLimit: { requests: 1, perMs: 60_000 },
        });
      }
    }
    const stream = readBalancesStream(endless(), { concurrency: 8 });
    expect((await stream.next()).value).toMatchObject({ ok: true, index: 0 });
    await vi.advanceTimersByTimeAsync(100);
    expect(taken).toBeGreaterThan(1_000);
    expect(taken).toBeLessThanOrEqual(1_002);
    await stream.return?.();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("counts each request of an account that asks twice", () => {
    const deepgram = deepgramAccount({ apiKey: "dg", projectId: "p", withExpiry: true });
    const telnyx = telnyxAccount({ apiKey: "KEY_telnyx" });
    expect([deepgram.requestsPerRead, telnyx.requestsPerRead]).toEqual([2, undefined]);
  });

  it("holds no key back with `rateLimit: false`, and refuses a limit that cannot be kept", async () => {
    const { tookMs } = await finish(
      readBalances(
        Array.from({ length: 300 }, () =>
          telnyxAccount({ apiKey: "K", fetch: async () => json(balance), rateLimit: false }),
        ),
      ),
    );
    expect(tookMs).toBeLessThan(100);
    for (const rateLimit of [
      { requests: 0, perMs: 1 },
      { requests: 1, perMs: -1 },
      { requests: 1.5, perMs: 1 },
      { requests: 1, perMs: 1e12 },
      {},
      true,
      "5/s",
      null,
    ]) {
      expect(
        await configMessage(() => telnyxAccount({ apiKey: "K", rateLimit: rateLimit as never })),
      ).toMatch(/^telnyx: `rateLimit` must be false or \{ requests, perMs \}/);
    }
  });

  it("shows no key where an account is printed", () => {
    expect(
      inspect(telnyxAccount({ apiKey: "KEY_secret_1234" }), { depth: 9, showHidden: true }),
    ).not.toContain("KEY_secret");
  });
});
