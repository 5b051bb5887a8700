import { inspect } from "node:util";
import { BalanceError, configError } from "@openbalance/http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BalanceAccount } from "../src/model/account.ts";
import { readBalance, type ReadOptions } from "../src/read/read-balance.ts";
import { account, countingRead, pendingRead } from "./accounts.ts";
import { configMessage } from "./config-error.ts";
import { snapshot } from "./snapshots.ts";

function thrownBy(read: Promise<unknown>): Promise<unknown> {
  return read.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("readBalance", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("gives the snapshot and leaves no timer behind", async () => {
    const expected = snapshot("prod");
    expect(
      await readBalance(
        account("prod", async () => expected),
        { timeoutMs: 1_000 },
      ),
    ).toBe(expected);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("labels the error of a client with the account it happened to", async () => {
    const failing = account("prod", async () => {
      throw new BalanceError({ code: "forbidden", vendor: "acme", message: "acme: no", httpStatus: 403 });
    });
    const error = await thrownBy(readBalance(failing));
    expect(error).toBeInstanceOf(BalanceError);
    expect(error).toMatchObject({ code: "forbidden", account: "prod", httpStatus: 403 });
  });

  it("rejects with timeout when time is up, tells the reader, and leaves no timer behind", async () => {
    const { read, signals } = pendingRead({ heedsSignal: false });
    const thrown = thrownBy(readBalance(account("prod", read), { timeoutMs: 250 }));
    await vi.advanceTimersByTimeAsync(250);
    expect(await thrown).toMatchObject({ code: "timeout", retryable: true, account: "prod", vendor: "acme" });
    expect(signals[0]?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([true, false])(
    "rejects with aborted at once, whether the reader heeds the signal (%s)",
    async (heeds) => {
      const { read } = pendingRead({ heedsSignal: heeds });
      const controller = new AbortController();
      const thrown = thrownBy(readBalance(account("prod", read), { signal: controller.signal }));
      controller.abort();
      expect(await thrown).toMatchObject({ code: "aborted", retryable: false, account: "prod" });
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it("does not begin a read that is aborted already", async () => {
    const { read, count } = countingRead();
    const thrown = thrownBy(readBalance(account("prod", read), { signal: AbortSignal.abort() }));
    expect(await thrown).toMatchObject({ code: "aborted" });
    expect(count()).toBe(0);
  });

  it("leaves no listener on a signal that outlives the read", async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await readBalance(account("prod"), { signal });
    expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
    expect(added).toHaveBeenCalled();
  });

  it("makes a BalanceError of whatever an account of the caller's own throws, and repeats no word of it", async () => {
    const failing = account("prod", () => {
      throw new TypeError("invalid header value: Bearer sk_live_0123456789");
    });
    const error = await thrownBy(readBalance(failing, { timeoutMs: 1_000 }));
    expect(error).toBeInstanceOf(BalanceError);
    expect(error).toMatchObject({ code: "vendor_error", account: "prod", cause: { name: "TypeError" } });
    expect(inspect(error)).not.toContain("sk_live");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("passes config errors of the account through", async () => {
    const failing = account("prod", async () => {
      throw configError("acme", "`apiKey` is missing");
    });
    expect(await configMessage(() => readBalance(failing))).toContain("`apiKey`");
  });

  it.each<[string, ReadOptions | null]>([
    ["`options`", null],
    ["`timeout`", { timeout: 5 } as ReadOptions],
    ["`timeoutMs`", { timeoutMs: 0 }],
    ["`timeoutMs`", { timeoutMs: "5" as unknown as number }],
    ["`signal`", { signal: {} as AbortSignal }],
  ])("names %s when it is wrong", async (name, options) => {
    // What only plain JavaScript can hand in.
    expect(await configMessage(() => readBalance(account("prod"), options as ReadOptions))).toContain(name);
  });

  it.each([undefined, {}, "telnyx", { vendor: "acme", ref: "a" }])(
    "refuses what is no account: %j",
    async (value) => {
      expect(await configMessage(() => readBalance(value as unknown as BalanceAccount))).toContain(
        "`account`",
      );
    },
  );
});
