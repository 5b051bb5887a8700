import type { BalanceResult } from "@openbalance/normalize";
import { describe, expect, it } from "vitest";
import type { WantedAccount } from "../src/config/wanted-account.ts";
import type { Finding } from "../src/thresholds/judge.ts";
import { nextWaitMs } from "../src/commands/watch/next-wait.ts";
import {
  advance,
  dueNotice,
  initialState,
  markTold,
  recoveryAmount,
  type ThresholdState,
} from "../src/commands/watch/threshold-state.ts";

const threshold = {
  vendor: "telnyx",
  field: "available",
  amount: "20",
  origin: "--below telnyx=20",
} as const;

/** What is told as amounts come in; undefined is a reading without an answer. */
function toldBy(amounts: readonly (`${number}` | undefined)[], hysteresis: `${number}` = "0.05"): string[] {
  let state: ThresholdState = initialState;
  return amounts.map((amount) => {
    state = advance(state, findingOf(amount), hysteresis);
    const kind = dueNotice(state);
    if (kind !== undefined) state = markTold(state, kind);
    return kind ?? "-";
  });
}

function findingOf(amount: `${number}` | undefined): Finding {
  const account = { threshold, vendor: "telnyx", account: "telnyx" };
  if (amount === undefined)
    return { ...account, verdict: "unknown", reason: "not_read", message: "it did not answer" };
  return Number(amount) < 20
    ? { ...account, verdict: "below", reason: "below_threshold", amount }
    : { ...account, verdict: "fine", reason: "enough", amount };
}

describe("a threshold that is watched", () => {
  it("is told once when it is crossed and once when the balance has recovered", () => {
    expect(toldBy(["25", "19.99", "15", "10", "25", "30"])).toEqual([
      "-",
      "below",
      "-",
      "-",
      "recovered",
      "-",
    ]);
  });

  it("is told at once when the balance is below from the start", () => {
    expect(toldBy(["5", "5"])).toEqual(["below", "-"]);
  });

  it("is not told again while the balance swings around it", () => {
    expect(toldBy(["19", "20.5", "19", "20.99", "19", "21"])).toEqual([
      "below",
      "-",
      "-",
      "-",
      "-",
      "recovered",
    ]);
  });

  it("is told at every crossing when no hysteresis is wanted", () => {
    expect(toldBy(["19", "20", "19"], "0")).toEqual(["below", "recovered", "below"]);
  });

  it("is told as unknown after three readings without an answer, and not before", () => {
    expect(toldBy(["25", undefined, undefined, "25"])).toEqual(["-", "-", "-", "-"]);
    expect(toldBy(["25", undefined, undefined, undefined, undefined, "25"])).toEqual([
      "-",
      "-",
      "-",
      "unknown",
      "-",
      "known",
    ]);
  });

  it("stays below while it is unknown, and is not told as below twice", () => {
    expect(toldBy(["5", undefined, undefined, undefined, "6", "30"])).toEqual([
      "below",
      "-",
      "-",
      "unknown",
      "known",
      "recovered",
    ]);
  });

  it("stays due until somebody was told", () => {
    const below = advance(initialState, findingOf("5"), "0");
    expect(dueNotice(below)).toBe("below");
    expect(dueNotice(advance(below, findingOf("5"), "0"))).toBe("below");
    expect(dueNotice(advance(below, findingOf("25"), "0"))).toBeUndefined();
  });
});

/** All notices of one reading after another. */
function noticesOf(findings: readonly Finding[]): readonly string[] {
  let state: ThresholdState = initialState;
  return findings.map((finding) => {
    state = advance(state, finding, "0.05");
    const kinds: string[] = [];
    for (let kind = dueNotice(state); kind !== undefined; kind = dueNotice(state)) {
      kinds.push(kind);
      state = markTold(state, kind);
    }
    return kinds.join(" ");
  });
}

describe("a vendor that refuses calls", () => {
  const refused: Finding = {
    threshold,
    vendor: "telnyx",
    account: "telnyx",
    verdict: "refused",
    reason: "not_spendable",
    amount: "71.46",
  };

  it("is announced once, and once more when it serves calls again", () => {
    expect(noticesOf([findingOf("50"), refused, refused, findingOf("50"), findingOf("50")])).toEqual([
      "",
      "refused",
      "",
      "served",
      "",
    ]);
  });

  it("is announced beside a recovery, and stays refused while less is left than wanted", () => {
    expect(noticesOf([findingOf("5"), refused, findingOf("5"), findingOf("50")])).toEqual([
      "below",
      "recovered refused",
      "below",
      "recovered served",
    ]);
  });

  it("is known to refuse while it cannot be read", () => {
    const unread = Array.from({ length: 3 }, () => findingOf(undefined));
    expect(noticesOf([refused, ...unread, refused, findingOf("50")])).toEqual([
      "refused",
      "",
      "",
      "unknown",
      "known",
      "served",
    ]);
  });
});

describe("the amount of recovery", () => {
  it.each([
    ["20", "0.05", "21"],
    ["0.1", "0.05", "0.105"],
    ["0", "0.05", "0"],
    ["-10", "0.1", "-9"],
  ] as const)("of %s with %s on top is exactly %s", (amount, hysteresis, expected) => {
    expect(recoveryAmount({ ...threshold, amount }, hysteresis)).toBe(expected);
  });

  it("is what the configuration says where it says so", () => {
    expect(recoveryAmount({ ...threshold, recoverAt: "100" }, "0.05")).toBe("100");
  });
});

describe("the wait for the next reading", () => {
  const wanted = { shortestIntervalMs: 30_000 } as WantedAccount;
  const ok = { ok: true } as BalanceResult;
  const limited = { ok: false, error: { retryAfterMs: 3_600_000 } } as BalanceResult;

  it.each([
    ["what the user wants", 60_000, ok, 0, 60_000],
    ["the vendor's limit when the user wants less", 1_000, ok, 0, 30_000],
    ["what the vendor asked for when that is longer", 60_000, limited, 0, 3_600_000],
    ["up to a tenth more", 60_000, ok, 1, 66_000],
    ["no longer than a timer can hold", 2 ** 31, ok, 1, 2 ** 31 - 1],
  ])("is %s", (_title, everyMs, result, random, expected) => {
    expect(nextWaitMs(everyMs, wanted, result, random)).toBe(expected);
  });
});
