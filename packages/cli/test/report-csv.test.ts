import { describe, expect, it } from "vitest";
import { formatReportCsv } from "../src/commands/read/report-csv.ts";
import { dollars, pooled, read, reportOf } from "./rows.ts";

function records(text: string): readonly (readonly string[])[] {
  return text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
}

describe("the CSV of a report", () => {
  it("has the same columns whatever was read", () => {
    const [header, row] = records(formatReportCsv(reportOf(read([dollars({ total: "5" })]))));
    expect(header).toHaveLength(18);
    expect(row?.slice(13)).toEqual(["", "", "", "", ""]);
  });

  it("has a column for what some balance has, empty for the others", () => {
    const quota = dollars({
      available: "75",
      quota: { limit: "100", used: "25" },
      unlimited: ["creditLimit"],
    });
    const [header, ...rows] = records(
      formatReportCsv(reportOf(read(pooled), read([quota], { spendable: false }))),
    );
    expect(header?.slice(13)).toEqual(["pool", "quota_limit", "quota_used", "unlimited", "spendable"]);
    expect(rows.map((row) => row.slice(13).join(","))).toEqual([
      ",,,,",
      "issuing,,,,",
      "promotion:0,,,,",
      ",100,25,credit_limit,false",
    ]);
    expect(new Set([header, ...rows].map((row) => row?.length))).toEqual(new Set([18]));
  });

  it("has the column of what an account says for a balance that is not there too", () => {
    const [header, row] = records(formatReportCsv(reportOf(read([], { spendable: true }))));
    expect(header?.at(-1)).toBe("spendable");
    expect(row?.at(-1)).toBe("true");
  });
});
