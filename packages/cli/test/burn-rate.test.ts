import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../src/commands/history/burn-rate.ts";
import { formatSparkline } from "../src/commands/history/sparkline.ts";
import { estimateBurnRate, seriesOf, thin } from "./kept-history.ts";

const hourMs = 3_600_000;

/** One point an hour. */
function hourly(amounts: readonly number[]): readonly Point[] {
  return amounts.map((amount, hour) => ({ atMs: hour * hourMs, amount: String(amount) as `${number}` }));
}

describe("the burn rate", () => {
  it("is what was spent over the time in which it was, exactly", () => {
    const points = hourly(Array.from({ length: 25 }, (_, hour) => 100 - hour / 2));
    expect(estimateBurnRate(points, "88")).toEqual({
      kind: "estimate",
      spent: "12",
      observedMs: 24 * hourMs,
      topUps: 0,
      perDay: "12",
      runwayMs: (88 / 12) * 24 * hourMs,
    });
  });

  it("leaves a top-up out, and the time in which it came", () => {
    const amounts = Array.from({ length: 25 }, (_, hour) => (hour < 12 ? 100 - hour : 600 - hour));
    expect(estimateBurnRate(hourly(amounts), "576")).toMatchObject({
      spent: "23",
      observedMs: 23 * hourMs,
      topUps: 1,
      perDay: "24",
      runwayMs: 576 * hourMs,
    });
  });

  it("keeps digits that a double would lose", () => {
    const points: Point[] = [
      { atMs: 0, amount: "3999974992.356150000000000003" },
      { atMs: 12 * hourMs, amount: "3999974992.356150000000000002" },
      { atMs: 24 * hourMs, amount: "3999974992.356150000000000001" },
    ];
    expect(estimateBurnRate(points, "1")).toMatchObject({
      spent: "0.000000000000000002",
      perDay: "0.000000000000000002",
    });
  });

  it.each([
    ["too few readings", hourly([3, 2]), "2 of at least 3 readings"],
    ["too short a time", hourly([4, 3, 2, 1]), "3 of at least 12 hours outside top-ups"],
    ["nothing but top-ups", hourly([1, 2, 3, 4]), "0 of at least 12 hours outside top-ups"],
  ])("is not given for %s", (_title, points, reason) => {
    expect(estimateBurnRate(points, "1")).toEqual({ kind: "insufficient history", reason });
  });

  it("gives no runway where nothing was spent, and none of any length where nothing is left", () => {
    const still = estimateBurnRate(hourly(Array.from({ length: 14 }, () => 5)), "5");
    expect(still).toMatchObject({ spent: "0", perDay: "0" });
    expect(still).not.toHaveProperty("runwayMs");
    const owing = estimateBurnRate(hourly(Array.from({ length: 14 }, (_, hour) => -hour)), "-13");
    expect(owing).toMatchObject({ runwayMs: 0 });
  });

  it("has no end where the balance goes up as often as down", () => {
    const growing = hourly(Array.from({ length: 30 }, (_, hour) => 100 + (hour % 2 === 0 ? -hour : hour)));
    const estimate = estimateBurnRate(growing, "129");
    expect(estimate).toMatchObject({ kind: "estimate", isGrowing: true });
    expect(estimate).not.toHaveProperty("runwayMs");
  });

  it("never counts a top-up as spending, and never spends more than all falls together", () => {
    const amountsOfDays = array(integer({ min: -1_000, max: 1_000 }), { minLength: 13, maxLength: 60 });
    const holds = property(amountsOfDays, (amounts) => {
      const steps = amounts.slice(1).map((amount, index) => amount - (amounts[index] ?? 0));
      const falls = steps.filter((step) => step <= 0);
      const burnRate = estimateBurnRate(hourly(amounts), "0");
      if (burnRate.kind !== "estimate") return falls.length < 12;
      const spent = falls.reduce((sum, step) => sum - step, 0);
      return burnRate.spent === String(spent) && burnRate.observedMs === falls.length * hourMs;
    });
    expect(() => assert(holds)).not.toThrow();
  });
});

describe("a series", () => {
  const at = "2026-11-22T00:00:00.000Z";
  const reading = { at, vendor: "glyphrun", account: "glyphrun", asset: "usdc" };

  it("follows the total where funds are held, so that a reservation is no spending", () => {
    const [series] = seriesOf([{ ...reading, amounts: { total: "100", available: "95", held: "5" } }]);
    expect(series).toMatchObject({ field: "total", left: "95" });
  });

  it("follows what is available elsewhere, and the total where that is all", () => {
    const [one] = seriesOf([{ ...reading, amounts: { total: "100", available: "400" } }]);
    const [other] = seriesOf([{ ...reading, amounts: { total: "100" } }]);
    expect([one?.field, other?.field]).toEqual(["available", "total"]);
  });

  it("is not made of a balance that states neither", () => {
    expect(seriesOf([{ ...reading, amounts: { due: "12.5" } }])).toEqual([]);
  });

  it("keeps accounts and assets apart", () => {
    const keys = ["a", "b"].flatMap((account) =>
      ["x", "y"].map((asset) =>
        Object.assign({}, reading, { account, asset, amounts: { available: "1" as const } }),
      ),
    );
    expect(seriesOf(keys)).toHaveLength(4);
  });
});

describe("the chart of one line", () => {
  it("shows the last amount of each slice, and a blank where nobody looked", () => {
    const points = hourly([0, 7, 3.5]).concat({ atMs: 9 * hourMs, amount: "7" });
    expect(formatSparkline(thin(points, 0, 10 * hourMs, 10), 10)).toBe("▁█▅      █");
  });

  it("lies in the middle where nothing changed", () => {
    expect(formatSparkline(thin(hourly([5, 5]), 0, 2 * hourMs, 2), 2)).toBe("▅▅");
  });
});
