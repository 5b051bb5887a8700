import type { Part } from "../model/balance.ts";
import type { BalanceRow } from "./balance-row.ts";
import { subtractDecimal, sumOfStated, type Decimal } from "../model/decimal.ts";
import type { ReportedAmount } from "./reply-node.ts";

/**
 * Derives an amount of a row as the difference of two others, which the formula names as the capability table does:
 * `lifetime.deposited - lifetime.spent`. Undefined where one of them is not stated.
 */
export function differenceOf(
  row: BalanceRow,
  pointer: string,
  formula: `${string} - ${string}`,
  minuend: Decimal | undefined,
  subtrahend: Decimal | undefined,
): Decimal | undefined {
  if (minuend === undefined || subtrahend === undefined) return undefined;
  const from = formula.split(" - ").map((name) => `/${name.replaceAll(".", "/")}`);
  return row.derived(pointer, formula, from, subtractDecimal(minuend, subtrahend));
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
  const inputs = amounts.flatMap((amount) => amount?.provenance ?? []);
  return row.derived(pointer, "sum(inputs)", [], sum, { inputs });
}
