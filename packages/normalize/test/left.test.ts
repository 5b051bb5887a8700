import { describe, expect, it } from "vitest";
import { leftOf } from "../src/use/left.ts";
import { configMessage } from "./config-error.ts";
import { balance, fiat } from "./snapshots.ts";

const usd = fiat("USD");

describe("what is left", () => {
  it("is what can be spent, and whether a credit line is inside", () => {
    expect(leftOf(balance(usd, { total: "300", available: "400", availableIncludesCredit: true }))).toEqual({
      amount: "400",
      field: "available",
      includesCredit: true,
      unknown: [],
    });
    expect(leftOf(balance(usd, { available: "-0.5" }))).toEqual({
      amount: "-0.5",
      field: "available",
      unknown: [],
    });
  });

  it("is the total where nothing else is stated, and says what may still come off", () => {
    expect(leftOf(balance(usd, { total: "7" }))).toEqual({
      amount: "7",
      field: "total",
      includesCredit: false,
      unknown: ["held", "pending"],
    });
    const known = balance(usd, { total: "7", held: "1", pending: "2", pendingDirection: "out" });
    expect(leftOf(known)).toMatchObject({ amount: "7", unknown: [] });
    expect(leftOf(balance(usd, { total: "7", pending: "2" }))).toMatchObject({
      unknown: ["held", "pending"],
    });
  });

  it("is not invented where neither is stated", () => {
    expect(leftOf(balance(usd))).toBeUndefined();
    expect(leftOf(balance(usd, { due: "5", pending: "1", held: "2", creditLimit: "9" }))).toBeUndefined();
    expect(leftOf(balance(usd, { quota: { limit: "10", used: "4" } }))).toBeUndefined();
  });

  it("of an allowance is what is not used of it, exactly", () => {
    const quota = { limit: "90071992547409931.3", used: "0.1" } as const;
    expect(leftOf(balance(usd, { kind: "allowance", quota }))).toEqual({
      amount: "90071992547409931.2",
      field: "quota",
      unknown: [],
    });
    expect(leftOf(balance(usd, { kind: "allowance", available: "3", quota }))).toMatchObject({ amount: "3" });
    expect(leftOf(balance(usd, { kind: "allowance", quota: { limit: "5" } }))).toBeUndefined();
    expect(leftOf(balance(usd, { kind: "allowance", total: "5" }))).toBeUndefined();
  });

  it("has no amount where the vendor says that nothing bounds it", () => {
    const cap = balance(usd, { kind: "allowance", unlimited: ["quota.limit"] });
    expect(leftOf(cap)).toEqual({ field: "quota", unknown: [] });
    const line = balance(usd, { total: "1", unlimited: ["creditLimit"], availableIncludesCredit: true });
    expect(leftOf(line)).toEqual({ field: "available", includesCredit: true, unknown: [] });
    // A line without a bound that is not said to be inside changes nothing.
    expect(leftOf(balance(usd, { total: "1", unlimited: ["creditLimit"] }))).toMatchObject({ amount: "1" });
  });

  it("refuses an amount that is not canonical", async () => {
    expect(await configMessage(() => leftOf(balance(usd, { total: "n/a" as "0" })))).toContain("`total`");
  });
});
