import { describe, expect, it } from "vitest";
import type { Decimal } from "../src/model/decimal.ts";
import { toMinorUnits } from "../src/model/to-minor-units.ts";
import { configMessage } from "./config-error.ts";

describe("toMinorUnits", () => {
  it("counts in the unit that the caller names", () => {
    expect(toMinorUnits("12.5", 2)).toBe(1250n);
    expect(toMinorUnits("-12.5", 3)).toBe(-12500n);
    expect(toMinorUnits("500", 0)).toBe(500n);
    expect(toMinorUnits("0", 18)).toBe(0n);
  });

  it("keeps digits beyond 2^53", () => {
    expect(toMinorUnits("90071992547409931.1", 6)).toBe(90071992547409931100000n);
  });

  it("refuses to round, and says how to", async () => {
    const message = await configMessage(() => toMinorUnits("0.005", 2));
    expect(message).toContain("3 digits");
    expect(message).toContain("toScale");
  });

  it("names the argument that is wrong", async () => {
    expect(await configMessage(() => toMinorUnits("" as Decimal, 2))).toContain("`amount`");
    for (const exponent of [-1, 0.5, Number.NaN, 1_001, "2" as unknown as number]) {
      expect(await configMessage(() => toMinorUnits("1", exponent))).toContain("`exponent`");
    }
  });
});
