import type { BalanceRow } from "./balance-row.ts";
import { subtractDecimal, type Decimal } from "./decimal.ts";

/** An amount of a row, with where it stands in it; undefined where it is not stated. */
export type PlacedAmount = readonly [pointer: string, amount: Decimal | undefined];

/** Derives an amount of a row as the difference of two others; undefined where one of them is not stated. */
export function differenceOf(
  row: BalanceRow,
  pointer: string,
  [from, minuend]: PlacedAmount,
  [less, subtrahend]: PlacedAmount,
): Decimal | undefined {
  if (minuend === undefined || subtrahend === undefined) return undefined;
  const formula = `${nameOf(from)} - ${nameOf(less)}`;
  return row.derived(pointer, formula, [from, less], subtractDecimal(minuend, subtrahend));
}

/** `quota.limit` for `/quota/limit`. */
function nameOf(pointer: string): string {
  return pointer.slice(1).replaceAll("/", ".");
}
