import type { Part } from "./balance.ts";
import type { BalanceRow } from "./balance-row.ts";
import { subtractDecimal, sumOfStated, type Decimal } from "./decimal.ts";
import type { ReportedAmount } from "./reply-node.ts";

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

/** Derives an amount of a row as the sum of its parts; undefined when there is none or one states no amount. */
export function sumOfParts(row: BalanceRow, pointer: string, parts: readonly Part[]): Decimal | undefined {
  const from = parts.map((_, index) => `/parts/${index}/amount`);
  const sum = parts.length === 0 ? undefined : sumOfStated(parts.map(({ amount }) => amount));
  return sum === undefined ? undefined : row.derived(pointer, "sum(parts.amount)", from, sum);
}

/** The same of numbers of the reply that have no field of their own. */
export function sumOfInputs(
  row: BalanceRow,
  pointer: string,
  amounts: readonly (ReportedAmount | undefined)[],
): Decimal | undefined {
  const sum = amounts.length === 0 ? undefined : sumOfStated(amounts.map((amount) => amount?.value));
  if (sum === undefined) return undefined;
  const inputs = amounts.flatMap((amount) => (amount === undefined ? [] : [amount.provenance]));
  return row.derived(pointer, "sum(inputs)", [], sum, inputs);
}

/** `quota.limit` for `/quota/limit`. */
function nameOf(pointer: string): string {
  return pointer.slice(1).replaceAll("/", ".");
}
