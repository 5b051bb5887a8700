import { expect, it } from "vitest";
import { measureMemory } from "../soak/measure-memory.ts";
import { runSoak } from "../soak/run-soak.ts";

const seed = 20_261_122;

it("loses, leaks and invents nothing in 2,000 calls of mixed faults", async () => {
  const figures = await runSoak({ calls: 2_000, parallel: 64, seed });
  const { outcomes, requests, abortDelaysMs, ...found } = figures;
  expect(found).toEqual({
    calls: 2_000,
    lostResults: [],
    wrongNumbers: [],
    secrets: [],
    unhandledRejections: [],
    eventsAfterEnd: 0,
    listenersLeft: 0,
    socketsLeft: 0,
    timersLeft: 0,
  });
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(2_000);
  expect(requests).toBeGreaterThan(2_000);
  expect(abortDelaysMs).toHaveLength(outcomes["aborted"] ?? 0);
}, 120_000);

it("[row 31] [row 32] refuses huge bodies and gzip bombs in a process of its own", async () => {
  const { codes } = await measureMemory(2);
  expect(codes).toEqual(["too_large", "too_large", "too_large", "too_large"]);
}, 60_000);
