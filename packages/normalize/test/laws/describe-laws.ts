import { describe } from "vitest";
import { describeAmountLaws } from "./describe-amount-laws.ts";
import { describeChangeLaws } from "./describe-change-laws.ts";
import { describeHonestyLaws } from "./describe-honesty-laws.ts";
import { LawCases } from "./law-cases.ts";
import type { VendorShape } from "./vendor-shape.ts";

/** The laws of the balance model, over generated replies of one vendor. */
export function describeLaws(shape: VendorShape): void {
  const cases = new LawCases(shape);
  describe(`the laws of the balance model hold for ${shape.vendor}`, () => {
    describeHonestyLaws(cases);
    describeAmountLaws(cases);
    describeChangeLaws(cases);
  });
}
