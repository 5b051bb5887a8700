import { describe, expect, it } from "vitest";
import { fuzzBodies } from "../fuzz/fuzz-bodies.ts";
import { loadFuzzSubjects } from "../fuzz/subjects.ts";
import type { Balance, Decimal } from "../src/index.ts";
import { lawRuns } from "./laws/law-runs.ts";
import { telnyx } from "./laws/shapes/telnyx.ts";

const subjects = await loadFuzzSubjects();

describe("mutated replies of every vendor", () => {
  it("are read to the last digit or refused, as by the reference", () => {
    const report = fuzzBodies(subjects, 5_000, lawRuns.seed);
    expect(report).not.toHaveProperty("difference");
    expect(report.bodies).toBe(5_000);
    expect(report.snapshots).toBeGreaterThan(1_000);
    expect(report.amounts).toBeGreaterThan(report.snapshots);
    expect(report.refused).toBeGreaterThan(1_000);
  });
});

describe("a decoder that is wrong", () => {
  const replies = subjects.filter(({ shape }) => shape === telnyx);

  it.each<[fault: string, spoil: (balance: Balance) => object]>([
    [
      "loses digits",
      (balance) => ({ ...balance, total: balance.total && (String(Number(balance.total)) as Decimal) }),
    ],
    ["turns signs", (balance) => ({ ...balance, pending: balance.pending?.replace("-", "") })],
    ["makes zeros", (balance) => ({ available: "0", ...balance })],
  ])("is found out when it %s, with a body that is short", (_, spoil) => {
    const spoiled = replies.map(({ shape, examples }) => ({
      examples,
      shape: {
        ...shape,
        decode: (...given: Parameters<typeof shape.decode>) => {
          const snapshot = shape.decode(...given);
          // Whatever the fault makes of a balance is what the reference has to see through.
          return { ...snapshot, balances: snapshot.balances.map((balance) => spoil(balance) as Balance) };
        },
      },
    }));
    const { difference } = fuzzBodies(spoiled, 5_000, lawRuns.seed);
    expect(difference?.vendor).toBe("telnyx");
    expect(difference?.body.length).toBeLessThan(80);
  });

  it("is found out when it throws what is no BalanceError", () => {
    const throwing = replies.map(({ examples }) => ({
      examples,
      shape: {
        ...telnyx,
        decode: () => {
          throw new TypeError("not a function");
        },
      },
    }));
    expect(fuzzBodies(throwing, 10, lawRuns.seed).difference?.what).toBe("threw TypeError: not a function");
  });
});
