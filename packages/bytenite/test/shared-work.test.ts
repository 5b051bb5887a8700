import { expect, it } from "vitest";
import { createSharedWork } from "../src/shared-work.ts";

const { signal: patient } = new AbortController();

it("runs once for all who ask meanwhile, and anew for who asks later", async () => {
  let runs = 0;
  const share = createSharedWork(async () => (runs += 1));
  expect(await Promise.all([share(patient), share(patient), share(patient)])).toEqual([1, 1, 1]);
  expect(await share(patient)).toBe(2);
});

it("fails for all who asked meanwhile, and is tried anew for who asks later", async () => {
  let runs = 0;
  const share = createSharedWork(async () => {
    runs += 1;
    if (runs === 1) throw new Error("once");
    return runs;
  });
  const outcomes = await Promise.allSettled([share(patient), share(patient)]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await share(patient)).toBe(2);
});

it("is not started for who has given up already", async () => {
  let runs = 0;
  const share = createSharedWork(async () => (runs += 1));
  await expect(share(AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  expect(runs).toBe(0);
});

it("is cancelled only when the last who waits gives up", async () => {
  const signals: AbortSignal[] = [];
  const share = createSharedWork((signal) => {
    signals.push(signal);
    return new Promise(() => undefined);
  });
  const [first, last] = [new AbortController(), new AbortController()];
  const calls = [share(first.signal), share(last.signal)];
  first.abort(new Error("first"));
  await expect(calls[0]).rejects.toThrow("first");
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  last.abort(new Error("last"));
  await expect(calls[1]).rejects.toThrow("last");
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

it("does not listen to anybody's signal once it has settled", async () => {
  const listening = new Set<unknown>();
  const { signal } = new AbortController();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...listener: Parameters<typeof add>) => {
    listening.add(listener[1]);
    add(...listener);
  };
  signal.removeEventListener = (...listener: Parameters<typeof remove>) => {
    listening.delete(listener[1]);
    remove(...listener);
  };
  const work = Promise.withResolvers<number>();
  const share = createSharedWork(() => work.promise);
  const calls = [share(signal), share(signal)];
  expect(listening.size).toBe(2);
  work.resolve(1);
  await Promise.all(calls);
  expect(listening.size).toBe(0);
});
