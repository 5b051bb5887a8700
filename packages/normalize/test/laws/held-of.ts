import { Big } from "big.js";
import type { ReferenceAmount } from "../../fuzz/reference-amount.ts";

/** The one derived field of a row: what is held, known when both are stated and no more is available than there is. */
export function heldOf(
  total: ReferenceAmount | undefined,
  available: ReferenceAmount | undefined,
  row: string,
): readonly string[] {
  if (total === undefined || available === undefined) return [];
  return new Big(available.value).gt(total.value) ? [] : [`${row} held`];
}
