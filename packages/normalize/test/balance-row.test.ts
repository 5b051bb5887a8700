import { describe, expect, it } from "vitest";
import { BalanceRow, withoutAbsent } from "../src/balance-row.ts";
import { fiat } from "./snapshots.ts";

const reported = { kind: "reported", path: "/total", text: "5.00", precision: "source" } as const;

describe("a balance row", () => {
  it("notes where each amount comes from, and leaves out those that are absent", () => {
    const row = new BalanceRow();
    const total = row.reported("/total", { value: "5", provenance: reported });
    const available = row.reported("/available", undefined);
    const held = row.derived("/held", "total - 1", ["/total"], "4");
    expect(row.finish(fiat("USD"), { total, available, held, asOf: undefined })).toStrictEqual({
      asset: fiat("USD"),
      total: "5",
      held: "4",
      provenance: {
        "/total": reported,
        "/held": { kind: "derived", formula: "total - 1", from: ["/total"] },
      },
    });
  });

  it("knows whether it holds any amount", () => {
    const row = new BalanceRow();
    row.reported("/total", undefined);
    expect(row.holdsAmounts).toBe(false);
    row.reported("/due", { value: "0", provenance: reported });
    expect(row.holdsAmounts).toBe(true);
  });
});

describe("withoutAbsent", () => {
  it("drops what is undefined and keeps every other value, false and empty ones too", () => {
    expect(withoutAbsent({ a: undefined, b: false, c: "", d: 0 })).toStrictEqual({ b: false, c: "", d: 0 });
  });
});
