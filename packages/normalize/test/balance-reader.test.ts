import { describe, expect, it } from "vitest";
import { createBalanceReader, type BalanceAccount } from "../src/index.ts";
import { account, pendingRead } from "./accounts.ts";
import { configMessage } from "./config-error.ts";
import { snapshot } from "./snapshots.ts";

/** Accounts whose reads end when they are told to. */
function pending(
  count: number,
): readonly (ReturnType<typeof pendingRead> & { readonly account: BalanceAccount })[] {
  return Array.from({ length: count }, (_, index) => {
    const read = pendingRead();
    return { ...read, account: account(`${index}`, read.read) };
  });
}

describe("a balance reader", () => {
  it("reads no more at a time than it may, whoever asks and whenever", async () => {
    const reader = createBalanceReader({ concurrency: 2 });
    const reads = pending(3);
    const results = reads.map((each) => reader.read(each.account));
    expect(reads.map(({ signals }) => signals.length)).toEqual([1, 1, 0]);
    expect(reader.size).toBe(3);
    reads[0]?.finish(snapshot("0"));
    expect(await results[0]).toMatchObject({ ok: true, account: { vendor: "acme", ref: "0" } });
    await new Promise((resolve) => setImmediate(resolve));
    expect(reads[2]?.signals).toHaveLength(1);
    for (const each of reads) each.finish(snapshot("x"));
    await Promise.all(results);
    expect(reader.size).toBe(0);
  });

  it("gives up a read that waits as soon as its signal aborts, and goes on with the others", async () => {
    const reader = createBalanceReader({ concurrency: 1 });
    const [first, second, third] = pending(3);
    const controller = new AbortController();
    const results = [first, second, third].map((each) =>
      reader.read(each?.account as BalanceAccount, each === second ? { signal: controller.signal } : {}),
    );
    controller.abort();
    expect(await results[1]).toMatchObject({ ok: false, error: { code: "aborted", account: "1" } });
    first?.finish(snapshot("0"));
    await results[0];
    await new Promise((resolve) => setImmediate(resolve));
    expect([second?.signals.length, third?.signals.length]).toEqual([0, 1]);
    third?.finish(snapshot("2"));
    expect(await results[2]).toMatchObject({ ok: true });
    expect(await reader.read(account("late"), { signal: controller.signal })).toMatchObject({
      error: { code: "aborted" },
    });
  });

  it("counts a timeout from when the read begins, and gives a failure as a result", async () => {
    const reader = createBalanceReader({ concurrency: 1 });
    const [stuck, waiting] = pending(2);
    const first = reader.read(stuck?.account as BalanceAccount, { timeoutMs: 50 });
    const second = reader.read(waiting?.account as BalanceAccount, { timeoutMs: 60_000 });
    expect(await first).toMatchObject({ ok: false, error: { code: "timeout" } });
    waiting?.finish(snapshot("1"));
    expect(await second).toMatchObject({ ok: true });
  });

  it("refuses what is no account, and options that it does not know", async () => {
    const reader = createBalanceReader();
    expect(await configMessage(() => reader.read({} as never))).toContain("`account` must be an account");
    expect(await configMessage(() => reader.read(account("a"), { timeoutMs: -1 }))).toContain("`timeoutMs`");
    expect(await configMessage(() => createBalanceReader({ concurrency: 0 }))).toContain("`concurrency`");
    expect(await configMessage(() => createBalanceReader({ paralel: 1 } as never))).toContain("paralel");
  });
});
