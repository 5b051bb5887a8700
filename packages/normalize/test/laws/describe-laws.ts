import type * as fc from "fast-check";
import { describe } from "vitest";
import { describeAmountLaws } from "./describe-amount-laws.ts";
import { describeChangeLaws } from "./describe-change-laws.ts";
import { describeHonestyLaws } from "./describe-honesty-laws.ts";
import { LawCase } from "./law-case.ts";
import type { VendorShape } from "./vendor-shape.ts";

/** The laws of the balance model, over generated replies of one vendor. */
export function describeLaws(shape: VendorShape): void {
  const replies: fc.Arbitrary<LawCase> = shape.reply.map((node) => new LawCase(shape, node));
  describe(`the laws of the balance model hold for ${shape.vendor}`, () => {
    describeHonestyLaws(shape, replies);
    describeAmountLaws(replies);
    describeChangeLaws(replies);
  });
}
