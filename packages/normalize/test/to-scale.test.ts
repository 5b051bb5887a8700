import { describe, expect, it } from "vitest";
import type { Decimal } from "../src/model/decimal.ts";
import { toScale, type RoundingMode } from "../src/model/to-scale.ts";
import { configMessage } from "./config-error.ts";

const modes: readonly RoundingMode[] = [
  "up",
  "down",
  "ceiling",
  "floor",
  "half-up",
  "half-down",
  "half-even",
];

describe("toScale", () => {
  // The table of java.math.RoundingMode, which the names are taken from.
  it.each<[Decimal, ...Decimal[]]>([
    ["5.5", "6", "5", "6", "5", "6", "5", "6"],
    ["2.5", "3", "2", "3", "2", "3", "2", "2"],
    ["1.6", "2", "1", "2", "1", "2", "2", "2"],
    ["1.1", "2", "1", "2", "1", "1", "1", "1"],
    ["1", "1", "1", "1", "1", "1", "1", "1"],
    ["-1", "-1", "-1", "-1", "-1", "-1", "-1", "-1"],
    ["-1.1", "-2", "-1", "-1", "-2", "-1", "-1", "-1"],
    ["-1.6", "-2", "-1", "-1", "-2", "-2", "-2", "-2"],
    ["-2.5", "-3", "-2", "-2", "-3", "-3", "-2", "-2"],
    ["-5.5", "-6", "-5", "-5", "-6", "-6", "-5", "-6"],
  ])("rounds %s as each mode says", (amount, ...expected) => {
    expect(modes.map((mode) => toScale(amount, 0, mode))).toEqual(expected);
  });

  it("rounds what a double holds as less than the middle", () => {
    expect(toScale("1.005", 2, "half-up")).toBe("1.01");
  });

  it("carries over a run of nines", () => {
    expect(toScale("9999.999", 2, "half-up")).toBe("10000");
  });

  it("rounds to tens and hundreds with a negative scale", () => {
    expect(toScale("1250.75", -2, "half-even")).toBe("1300");
    expect(toScale("49", -2, "half-up")).toBe("0");
    expect(toScale("-1", -3, "floor")).toBe("-1000");
  });

  it("gives zero without a sign", () => {
    expect(toScale("-0.4", 0, "half-up")).toBe("0");
    expect(toScale("-0.4", 0, "ceiling")).toBe("0");
  });

  it("leaves an amount alone that has no more digits, and adds no zeros", () => {
    expect(toScale("12.5", 2, "up")).toBe("12.5");
  });

  it("names the argument that is wrong", async () => {
    expect(await configMessage(() => toScale("x" as Decimal, 2, "up"))).toContain("`amount`");
    expect(await configMessage(() => toScale("1", 1.5, "up"))).toContain("`scale`");
    expect(await configMessage(() => toScale("1", Number.NaN, "up"))).toContain("`scale`");
    expect(await configMessage(() => toScale("1", 1_001, "up"))).toContain("`scale`");
    for (const mode of [undefined, "half", "toString"]) {
      const wrong = mode as RoundingMode;
      expect(await configMessage(() => toScale("1", 2, wrong))).toContain("`roundingMode`");
    }
  });
});
