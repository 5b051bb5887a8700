import { describe, expect, it } from "vitest";
import { judgeResult } from "../src/thresholds/judge.ts";
import { parseThreshold } from "../src/config/threshold.ts";
import { readingsOf } from "../src/readings/reading.ts";
import { plainAmounts } from "../src/output/amount-format.ts";
import { createStyle } from "../src/output/style.ts";
import { formatReport } from "../src/output/report-table.ts";
import { sumRows } from "../src/output/sum-rows.ts";
import { describeNotice } from "../src/commands/watch/notice.ts";
import { changesBetween, describeChange } from "../src/commands/watch/reading-change.ts";
import { seriesOf } from "./kept-history.ts";
import { dollars, pooled, read, reportOf } from "./rows.ts";

describe("a threshold", () => {
  it.each([
    ["pots:USD@issuing=20", { asset: "USD", pool: "issuing", field: "left", amount: "20" }],
    ["pots:quota=20", { field: "quota", amount: "20" }],
    ["pots::available=20", { field: "available", amount: "20" }],
    ["pots:USD=20", { asset: "USD", field: "left", amount: "20" }],
    ["pots=-3.50", { field: "left", amount: "-3.5" }],
    ["pots:USD@issuing:total=20", { asset: "USD", pool: "issuing", field: "total", amount: "20" }],
    ["pots:USD@promotion:0=5", { asset: "USD", pool: "promotion:0", field: "left", amount: "5" }],
    ["pots:USD@a:b:held=5", { asset: "USD", pool: "a:b", field: "held", amount: "5" }],
    ["pots:@issuing=5", { pool: "issuing", field: "left", amount: "5" }],
    ["pots/me@x.example=5", { account: "me@x.example", field: "left", amount: "5" }],
  ])("%s is read in all its parts", (text, expected) => {
    expect(parseThreshold(text)).toEqual({ vendor: "pots", ...expected, origin: `--below ${text}` });
  });

  it.each([
    ["pots=20", "fine", "90"],
    ["pots=90.01", "below", "90"],
    ["pots:USD=95", "below", "90"],
    ["pots:USD@issuing=20", "below", "5"],
    ["pots:USD@issuing:total=20", "fine", "50"],
    ["pots:@promotion:0=7", "fine", "7"],
  ])("%s looks at the rows of its pool, or at those in none: %s", (text, verdict, amount) => {
    expect(judgeResult(parseThreshold(text), read(pooled))).toMatchObject({ verdict, amount });
  });

  it.each([
    ["pots:USD@cards=1", "lists no USD@cards, which is not the same as none left; there is USD@issuing"],
    ["pots:@cards=1", "no balance with something left in the pool cards, which is not the same as none left"],
  ])("%s is not known where there is no such pool", (text, message) => {
    const finding = judgeResult(parseThreshold(text), read(pooled));
    expect(finding).toMatchObject({ verdict: "unknown", message: expect.stringContaining(message) });
  });

  it("takes no pool for the main row where there is none", () => {
    const finding = judgeResult(parseThreshold("pots:USD=1"), read(pooled.slice(1)));
    expect(finding.verdict).toBe("unknown");
    expect(finding.message).toContain("no USD, which is not the same as none left; there is USD@issuing");
  });

  it("is never crossed by what the vendor says is unlimited, named or not", () => {
    const result = read([dollars({ kind: "allowance", unlimited: ["quota.limit"] })]);
    for (const text of ["pots:quota=1000", "pots:USD:quota=1000"]) {
      const finding = judgeResult(parseThreshold(text), result);
      expect(finding).toMatchObject({ verdict: "fine", reason: "unlimited" });
      expect(describeNotice({ kind: "recovered", finding })).toContain("quota without limit USD");
    }
  });
});

describe("a history", () => {
  const readings = readingsOf(reportOf(read(pooled)));

  it("keeps the pools of one asset apart, and numbers none of them", () => {
    expect(readings.map(({ pool, row }) => [pool, row])).toEqual([
      [undefined, undefined],
      ["issuing", undefined],
      ["promotion:0", undefined],
    ]);
    expect(seriesOf([...readings, ...readings]).map(({ pool, left }) => [pool, left])).toEqual([
      [undefined, "90"],
      ["issuing", "5"],
      ["promotion:0", "7"],
    ]);
  });

  it("sees what changed in a pool, though the order of the rows is another", () => {
    const spent = dollars({ total: "50", available: "4", pool: { id: "issuing" } });
    const after = readingsOf(reportOf(read([spent, ...pooled.filter((row) => row !== pooled[1])])));
    expect(changesBetween(readings, after).map(describeChange)).toEqual([
      "pots: USD@issuing available 5 -> 4 (-1)",
    ]);
  });
});

describe("a table", () => {
  it("names the pool of a row as a threshold does, and leaves pools out of sums in words", () => {
    const report = reportOf(read(pooled));
    const sums = sumRows(report);
    const style = createStyle({ write: () => true, isTTY: false }, {});
    const table = formatReport(report, { accounts: [], amounts: plainAmounts, sums, style });
    const lines = table.split("\n").map((line) => line.split(/\s{2,}/));
    expect(lines.map((cells) => cells[2])).toEqual(
      expect.arrayContaining(["USD", "USD@issuing", "USD@promotion:0"]),
    );
    expect(sums).toMatchObject([
      {
        sums: { total: "100", available: "90" },
        left: { amount: "90", counted: [{ index: 0 }], leftOut: [{ reason: "pool" }, { reason: "pool" }] },
      },
    ]);
    expect(lines.at(-2)?.at(-1)).toBe("left 90; not counted: pots (a pool)");
  });
});
