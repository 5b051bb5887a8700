import { describe, expect, it } from "vitest";
import {
  addDecimal,
  compareDecimal,
  multiplyDecimal,
  parseDecimal,
  subtractDecimal,
  type Decimal,
} from "../src/model/decimal.ts";
import { configMessage } from "./config-error.ts";

describe("parseDecimal", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["-0.000e9", "0"],
    ["12.50", "12.5"],
    ["5.00", "5"],
    ["1e-7", "0.0000001"],
    ["1.0E9", "1000000000"],
    ["1E+2", "100"],
    ["0.10e1", "1"],
    ["-1.5e-3", "-0.0015"],
    ["90071992547409931.10", "90071992547409931.1"],
    ["4185.630010128021000000000000000001", "4185.630010128021000000000000000001"],
  ])("reads %s as %s", (text, canonical) => {
    expect(parseDecimal(text)).toBe(canonical);
  });

  it.each([
    "",
    "abc",
    "0x10",
    "1,000.00",
    "+1",
    ".5",
    "5.",
    "05",
    " 5",
    "5 ",
    "NaN",
    "Infinity",
    "٣",
    "1e",
    "--1",
  ])("refuses %j", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it("refuses what a double cannot hold, on either side", () => {
    expect(parseDecimal("1e308")).toBeUndefined();
    expect(parseDecimal("1e307")).toHaveLength(308);
    expect(parseDecimal("1e-324")).toHaveLength(326);
    expect(parseDecimal("1e-325")).toBeUndefined();
  });

  it("refuses an exponent of any size without building the number", () => {
    expect(parseDecimal("1e999999999")).toBeUndefined();
    expect(parseDecimal("1e-999999999")).toBeUndefined();
    expect(parseDecimal(`1e${"9".repeat(900)}`)).toBeUndefined();
    expect(parseDecimal(`0e${"9".repeat(900)}`)).toBe("0");
  });

  it("refuses a text longer than any number in range", () => {
    expect(parseDecimal(`0.${"0".repeat(1_000)}`)).toBeUndefined();
  });
});

describe("arithmetic", () => {
  it("keeps digits a double would lose", () => {
    expect(addDecimal("0.1", "0.2")).toBe("0.3");
    expect(subtractDecimal("5514.00011", "1328.3701")).toBe("4185.63001");
    expect(multiplyDecimal("90071992547409931.1", "3")).toBe("270215977642229793.3");
  });

  it("gives zero without a sign", () => {
    expect(addDecimal("-5", "5")).toBe("0");
    expect(multiplyDecimal("-5", "0")).toBe("0");
  });

  it("accepts a number that is not in canonical form, and gives one that is", () => {
    expect(addDecimal("5.00", "1e2")).toBe("105");
    expect(compareDecimal("5.00", "5")).toBe(0);
    expect(addDecimal("-0", "0")).toBe("0");
  });

  it("goes on computing with results longer than any reply's", () => {
    const factor = parseDecimal("1e300") ?? "0";
    const long = multiplyDecimal(factor, factor);
    expect(long).toHaveLength(601);
    expect(subtractDecimal(long, long)).toBe("0");
  });

  it("orders by size, not by text", () => {
    expect(compareDecimal("9", "10")).toBe(-1);
    expect(compareDecimal("-9", "-10")).toBe(1);
    expect(compareDecimal("0.10", "0.1")).toBe(0);
  });

  it.each([["abc"], [""], [" 5"], ["0x10"], [5], [undefined], [null], [5n]])(
    "names the argument that is no decimal number: %s",
    async (value) => {
      // What only plain JavaScript can hand in.
      const wrong = value as Decimal;
      expect(await configMessage(() => addDecimal(wrong, "1"))).toContain("`left`");
      expect(await configMessage(() => subtractDecimal("1", wrong))).toContain("`right`");
      expect(await configMessage(() => multiplyDecimal("1", wrong))).toContain("`right`");
      expect(await configMessage(() => compareDecimal(wrong, "1"))).toContain("`left`");
    },
  );
});
