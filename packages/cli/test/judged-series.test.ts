import { describe, expect, it } from "vitest";
import { parseThreshold } from "../src/config/threshold.ts";
import { describeRunway, formatEstimate } from "../src/commands/history/history-table.ts";
import { judgeSeries } from "../src/commands/history/judged-series.ts";
import type { Amounts, Reading } from "../src/readings/reading.ts";
import { endDateOf } from "../src/commands/history/series.ts";
import { seriesOf } from "./kept-history.ts";

const startMs = Date.parse("2026-11-22T00:00:00Z");
const hourMs = 3_600_000;

/** A reading an hour for a day, each less by so much than the one before. */
function falling(account: string, from: number, by: number, more: Partial<Reading> = {}): readonly Reading[] {
  return Array.from({ length: 25 }, (_, hour): Reading => {
    const amounts: Amounts = { total: String(from - by * hour) as `${number}` };
    const at = new Date(startMs + hour * hourMs).toISOString();
    return { at, vendor: "telnyx", account, asset: "iso4217:USD", code: "USD", amounts, ...more };
  });
}

describe("a history with thresholds", () => {
  it("puts first what is below its threshold, then what ends soonest, then what has no end", () => {
    const readings = [
      ...falling("idle", 50, 0),
      ...falling("slow", 1_000, 1),
      ...falling("fast", 100, 2),
      ...falling("low", 40, 0.5),
      ...falling("new", 9, 1).slice(0, 2),
    ];
    const judged = judgeSeries(seriesOf(readings), ["telnyx/low=30", "telnyx/slow=30"].map(parseThreshold));
    expect(judged.map(({ account, threshold, verdict }) => [account, threshold, verdict])).toEqual([
      ["low", "30", "below"],
      ["fast", undefined, undefined],
      ["slow", "30", "fine"],
      ["new", undefined, undefined],
      ["idle", undefined, undefined],
    ]);
  });

  it("shows the highest of several thresholds, of the row that it speaks of alone", () => {
    const pool = falling("prod", 5, 0, { pool: "issuing" });
    const series = seriesOf([...falling("prod", 100, 0), ...pool]);
    const thresholds = ["telnyx=20", "telnyx=120", "telnyx:USD@issuing=9"].map(parseThreshold);
    const judged = judgeSeries(series, thresholds);
    expect(judged.map(({ pool: of, threshold, verdict }) => [of, threshold, verdict])).toEqual([
      [undefined, "120", "below"],
      ["issuing", "9", "below"],
    ]);
  });

  it("judges an allowance only where the threshold names it", () => {
    const readings = falling("key", 0, 0, { kind: "allowance", amounts: { available: "100" } });
    const verdictOf = (threshold: string): unknown => {
      return judgeSeries(seriesOf(readings), [parseThreshold(threshold)])[0]?.verdict;
    };
    expect(["telnyx=200", "telnyx:quota=200", "telnyx:quota=50"].map(verdictOf)).toEqual([
      undefined,
      "below",
      "fine",
    ]);
  });

  it("names the day when nothing is left, and none beyond a hundred years", () => {
    const [fast] = seriesOf(falling("fast", 100, 2));
    // 52 left at 2 an hour: 26 hours after the last reading.
    expect(fast && endDateOf(fast)).toBe("2026-11-24");
    const [slow] = seriesOf(falling("slow", 100_000_000, 0.5));
    expect(slow && endDateOf(slow)).toBeUndefined();
    expect(slow && describeRunway(slow)).toBe("over 100 years");
    const [idle] = seriesOf(falling("idle", 100, 0));
    expect(idle && endDateOf(idle)).toBeUndefined();
  });
});

describe("an estimate", () => {
  it.each([
    ["117.53712", "118"],
    ["1234567.8", "1230000"],
    ["0.000123456", "0.000123"],
    ["9.995", "10"],
    ["60", "60"],
    ["0", "0"],
    ["-0.0456789", "-0.0457"],
  ] as const)("of %s shows three digits: %s", (amount, text) => {
    expect(formatEstimate(amount)).toBe(text);
  });
});
