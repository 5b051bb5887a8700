import { describe, expect, it } from "vitest";
import { BalanceRow, withoutAbsent } from "../src/decode/balance-row.ts";
import { differenceOf, sumOfInputs, sumOfParts } from "../src/decode/derived-amounts.ts";
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
      kind: "funds",
      total: "5",
      held: "4",
      provenance: {
        "/total": reported,
        "/held": { kind: "derived", formula: "total - 1", from: ["/total"] },
      },
    });
  });

  it("holds the difference of two of its amounts, exactly, and none where one is not stated", () => {
    const row = new BalanceRow();
    const formula = "lifetime.deposited - lifetime.spent";
    expect(differenceOf(row, "/total", formula, "250.5", "83.17561396")).toBe("167.32438604");
    expect(differenceOf(row, "/held", "total - available", "1", undefined)).toBeUndefined();
    expect(differenceOf(row, "/held", "total - available", undefined, "1")).toBeUndefined();
    expect(row.finish(fiat("USD"), {}).provenance).toEqual({
      "/total": {
        kind: "derived",
        formula,
        from: ["/lifetime/deposited", "/lifetime/spent"],
      },
    });
  });

  it("writes the sum of a single part in the canonical form, as that of many", () => {
    const parts = [{ kind: "other", amount: "1.50" }] as const;
    expect(sumOfParts(new BalanceRow(), "/total", parts)).toBe("1.5");
    expect(sumOfParts(new BalanceRow(), "/total", [{ kind: "other", amount: "-0" }])).toBe("0");
  });

  it("takes no member that an object only inherits", () => {
    expect(withoutAbsent(Object.create({ each: "inherited" }) as object)).toStrictEqual({});
  });

  it("adds up its parts, and nothing where one of them states no amount", () => {
    const row = new BalanceRow();
    const parts = [
      { kind: "granted", amount: "0.1" },
      { kind: "purchased", amount: "0.2" },
    ] as const;
    expect(sumOfParts(row, "/total", parts)).toBe("0.3");
    expect(row.finish(fiat("USD"), {}).provenance).toEqual({
      "/total": {
        kind: "derived",
        formula: "sum(parts.amount)",
        from: ["/parts/0/amount", "/parts/1/amount"],
      },
    });
    const other = new BalanceRow();
    expect(sumOfParts(other, "/total", [...parts, { kind: "other" }])).toBeUndefined();
    expect(sumOfParts(other, "/total", [])).toBeUndefined();
    expect(other.holdsAmounts).toBe(false);
  });

  it("adds up numbers that have no field of their own, and notes each of them", () => {
    const row = new BalanceRow();
    const invoice = { value: "22", provenance: { ...reported, text: "2200", scale: -2 } } as const;
    expect(sumOfInputs(row, "/due", [invoice, { value: "0.5", provenance: reported }])).toBe("22.5");
    expect(row.finish(fiat("USD"), {}).provenance).toEqual({
      "/due": { kind: "derived", formula: "sum(inputs)", from: [], inputs: [invoice.provenance, reported] },
    });
    expect(sumOfInputs(row, "/total", [invoice, undefined])).toBeUndefined();
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
