import { Big } from "big.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDecimal,
  compareDecimal,
  multiplyDecimal,
  parseDecimal,
  subtractDecimal,
} from "../src/model/decimal.ts";
import { amount, cases, numberText } from "./arbitraries.ts";

const canonical = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

/** What another library makes of a number, in plain digits. */
function oracle(value: Big): string {
  const text = value.toFixed();
  return text === "-0" ? "0" : text;
}

describe("decimals agree with an independent library", () => {
  it("on what a number's text says", () => {
    const property = fc.property(numberText, (text) => {
      const parsed = parseDecimal(text);
      expect(parsed).toBe(oracle(new Big(text)));
      expect(parsed).toMatch(canonical);
      expect(parsed).not.toBe("-0");
    });
    fc.assert(property, cases);
  });

  it("on which numbers are equal: as rationals and as strings alike", () => {
    const spelling = fc.tuple(numberText, fc.boolean(), numberText).map(([text, same, other]) => {
      return [text, same ? new Big(text).toExponential() : other] as const;
    });
    const property = fc.property(spelling, ([left, right]) => {
      expect(parseDecimal(left) === parseDecimal(right)).toBe(new Big(left).eq(new Big(right)));
    });
    fc.assert(property, cases);
  });

  it("on sums, differences, products and order", () => {
    const property = fc.property(amount, amount, (left, right) => {
      expect(addDecimal(left, right)).toBe(oracle(new Big(left).plus(right)));
      expect(subtractDecimal(left, right)).toBe(oracle(new Big(left).minus(right)));
      expect(multiplyDecimal(left, right)).toBe(oracle(new Big(left).times(right)));
      expect(compareDecimal(left, right)).toBe(new Big(left).cmp(right));
    });
    fc.assert(property, cases);
  });
});

describe("decimals obey the laws of arithmetic", () => {
  it("by taking away again what was added, and by spreading a factor over a sum", () => {
    const property = fc.property(amount, amount, amount, (a, b, c) => {
      expect(subtractDecimal(addDecimal(a, b), b)).toBe(a);
      expect(addDecimal(a, addDecimal(b, c))).toBe(addDecimal(addDecimal(a, b), c));
      expect(multiplyDecimal(a, addDecimal(b, c))).toBe(
        addDecimal(multiplyDecimal(a, b), multiplyDecimal(a, c)),
      );
    });
    fc.assert(property, cases);
  });

  it("never throwing on any text, and giving a number only for a JSON number", () => {
    const property = fc.property(fc.oneof(fc.string(), numberText, fc.json()), (text) => {
      if (parseDecimal(text) === undefined) return;
      expect(typeof JSON.parse(text)).toBe("number");
      expect(text.trim()).toBe(text);
    });
    fc.assert(property, cases);
  });
});
