import { BalanceError } from "@openbalance/http";
import { describe, expect, it, vi } from "vitest";
import type { BalanceAccount } from "../src/model/account.ts";
import type { StreamedResult } from "../src/read/balance-stream.ts";
import { readBalancesStream } from "../src/read/read-balances-stream.ts";
import type { ReadManyOptions } from "../src/read/read-options.ts";
import { account, pendingRead } from "./accounts.ts";
import { configMessage } from "./config-error.ts";
import { snapshot } from "./snapshots.ts";

function outcome(result: StreamedResult): string {
  return `${result.index} ${result.account.ref} ${result.ok ? "ok" : result.error.code}`;
}

/** Takes all that a stream gives, and what it rejects with at the end. */
async function drain(stream: AsyncIterable<StreamedResult>): Promise<readonly string[]> {
  const seen: string[] = [];
  try {
    for await (const result of stream) seen.push(outcome(result));
  } catch (error) {
    seen.push(error instanceof BalanceError ? `rejects ${error.code}` : String(error));
  }
  return seen;
}

/** Lets everything run that is ready to. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A source that has to be waited for. */
async function* later(...accounts: readonly BalanceAccount[]): AsyncGenerator<BalanceAccount> {
  for (const each of accounts) {
    await settle();
    yield each;
  }
}

/** A source that never answers again after its last account. */
async function* thenStuck(...accounts: readonly BalanceAccount[]): AsyncGenerator<BalanceAccount> {
  yield* accounts;
  await new Promise(() => undefined);
}

/** A source of accounts that never ends and counts how many were taken. */
function endlessAccounts(): { readonly source: Iterable<BalanceAccount>; taken: number; closed: boolean } {
  const state = { taken: 0, closed: false, source: generate() };
  function* generate(): Generator<BalanceAccount> {
    try {
      for (;;) yield account(`${state.taken++}`);
    } finally {
      state.closed = true;
    }
  }
  return state;
}

describe("readBalancesStream", () => {
  it("gives each result as soon as it is known, with the place of its account", async () => {
    const slow = pendingRead();
    const stream = readBalancesStream([account("slow", slow.read), account("b"), account("c")]);
    const first = [await stream.next(), await stream.next()].map(({ value }) => value && outcome(value));
    slow.finish(snapshot("slow"));
    expect([...first, ...(await drain(stream))]).toEqual(["1 b ok", "2 c ok", "0 slow ok"]);
  });

  it("reads an asynchronous source as well as one at hand", async () => {
    expect(await drain(readBalancesStream(later(account("a"), account("b"), account("c"))))).toEqual([
      "0 a ok",
      "1 b ok",
      "2 c ok",
    ]);
    expect(await drain(readBalancesStream(new Set([account("a")])))).toEqual(["0 a ok"]);
    expect(await drain(readBalancesStream([]))).toEqual([]);
  });

  it("makes a result of each failure and goes on", async () => {
    const failing = account("a", async () => {
      throw new BalanceError({ code: "forbidden", vendor: "acme", message: "acme: no" });
    });
    expect(await drain(readBalancesStream([failing, account("b")], { concurrency: 1 }))).toEqual([
      "0 a forbidden",
      "1 b ok",
    ]);
  });

  it("takes no more accounts than it may read at a time while nobody takes the results", async () => {
    const endless = endlessAccounts();
    const stream = readBalancesStream(endless.source, { concurrency: 4 });
    await settle();
    expect(endless.taken).toBe(0);
    await stream.next();
    await settle();
    expect(endless.taken).toBe(5);
    await stream.next();
    await settle();
    expect(endless.taken).toBe(6);
    await stream.return?.();
  });

  it("goes through ten thousand accounts and holds no more than a few of them", async () => {
    let taken = 0;
    let most = 0;
    let given = 0;
    function* many(): Generator<BalanceAccount> {
      while (taken < 10_000) {
        most = Math.max(most, taken - given);
        yield account(`${taken++}`);
      }
    }
    for await (const { ok } of readBalancesStream(many(), { concurrency: 16 })) given += ok ? 1 : 0;
    expect([taken, given]).toEqual([10_000, 10_000]);
    expect(most).toBeLessThanOrEqual(16);
  });

  it("aborts what runs and closes the source when a loop is left early", async () => {
    const stuck = pendingRead();
    let closed = false;
    function* source(): Generator<BalanceAccount> {
      try {
        yield account("stuck", stuck.read);
        yield account("b");
        yield account("never", () => Promise.reject(new Error("read too late")));
      } finally {
        closed = true;
      }
    }
    const stream = readBalancesStream(source(), { concurrency: 2 });
    for await (const result of stream) {
      expect(outcome(result)).toBe("1 b ok");
      break;
    }
    expect(stuck.signals[0]?.aborted).toBe(true);
    expect(closed).toBe(true);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it("is ended by return() also while a result is awaited, even if the source is stuck", async () => {
    const stream = readBalancesStream(thenStuck());
    const waiting = stream.next();
    await settle();
    await stream.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it("gives what was begun as aborted when the caller gives up, and then rejects", async () => {
    const controller = new AbortController();
    const endless = endlessAccounts();
    const stuck = pendingRead();
    function* source(): Generator<BalanceAccount> {
      yield account("stuck", stuck.read);
      yield* endless.source;
    }
    const stream = readBalancesStream(source(), { concurrency: 1, signal: controller.signal });
    const seen = drain(stream);
    await settle();
    controller.abort();
    expect(await seen).toEqual(["0 stuck aborted", "rejects aborted"]);
    expect(endless.taken).toBe(0);
  });

  it("leaves no listener on the caller's signal", async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await drain(readBalancesStream([account("a"), account("b")], { signal }));
    const listeners = new Set(added.mock.calls.map(([, listener]) => listener));
    for (const [, listener] of removed.mock.calls) listeners.delete(listener);
    expect(listeners.size).toBe(0);
    expect(added).toHaveBeenCalled();
  });

  it("rejects at once when it is aborted before the first result is asked for", async () => {
    const endless = endlessAccounts();
    const stream = readBalancesStream(endless.source, { signal: AbortSignal.abort() });
    expect(await drain(stream)).toEqual(["rejects aborted"]);
    expect(endless.taken).toBe(0);
  });

  it("gives what was begun as timeout when time is up, and then rejects, even if the source is stuck", async () => {
    const stuck = account("stuck", pendingRead({ heedsSignal: false }).read);
    expect(await drain(readBalancesStream(thenStuck(account("a"), stuck), { timeoutMs: 30 }))).toEqual([
      "0 a ok",
      "1 stuck timeout",
      "rejects timeout",
    ]);
  });

  it("ends in good order when every account of the source had its turn, whatever came of it", async () => {
    const accounts = [account("a"), account("stuck", pendingRead({ heedsSignal: false }).read)];
    expect(await drain(readBalancesStream(accounts, { timeoutMs: 30 }))).toEqual([
      "0 a ok",
      "1 stuck timeout",
    ]);
    const bounded = readBalancesStream(accounts, { accountTimeoutMs: 30, concurrency: 1 });
    expect(await drain(bounded)).toEqual(["0 a ok", "1 stuck timeout"]);
  });

  it("throws what the source throws after the results of all that was begun", async () => {
    const slow = pendingRead();
    function* source(): Generator<BalanceAccount> {
      yield account("slow", slow.read);
      throw new RangeError("no more accounts");
    }
    const seen = drain(readBalancesStream(source()));
    await settle();
    slow.finish(snapshot("slow"));
    expect(await seen).toEqual(["0 slow ok", "RangeError: no more accounts"]);
  });

  it("rejects, naming the place, for what is no account, and closes the source", async () => {
    let closed = false;
    function* source(): Generator<BalanceAccount> {
      try {
        yield account("a");
        yield {} as BalanceAccount;
        yield account("c");
      } finally {
        closed = true;
      }
    }
    const stream = readBalancesStream(source(), { concurrency: 1 });
    expect(outcome((await stream.next()).value as StreamedResult)).toBe("0 a ok");
    expect(await configMessage(() => stream.next())).toContain("`accounts[1]`");
    expect(closed).toBe(true);
  });

  it("answers several requests for the next result in turn, each with its own", async () => {
    const stream = readBalancesStream([account("a"), account("b")]);
    const answers = await Promise.all([stream.next(), stream.next(), stream.next()]);
    expect(answers.map(({ done }) => done === true)).toEqual([false, false, true]);
  });

  it.each<[string, ReadManyOptions]>([
    ["`concurrency`", { concurrency: Number.NaN }],
    ["`timeoutMs`", { timeoutMs: 0 }],
    ["`accountTimeoutMs`", { accountTimeoutMs: 0 }],
    ["`signal`", { signal: null as unknown as AbortSignal }],
    ["`onResult`", { onResult: () => undefined } as ReadManyOptions],
  ])("throws at the call, naming %s", async (name, options) => {
    expect(await configMessage(() => readBalancesStream([], options))).toContain(name);
  });

  it("throws at the call for a source that cannot be gone through", async () => {
    const none = account("a") as unknown as Iterable<BalanceAccount>;
    expect(await configMessage(() => readBalancesStream(none))).toContain("`accounts`");
  });
});
