import { Big } from "big.js";
import type { BalanceSnapshot } from "../../src/index.ts";
import { snapshotAmounts, type SnapshotAmount } from "./snapshot-amounts.ts";

/** What a derived amount comes to by its formula, on the other decimal library; undefined when it cannot be computed. */
export function recompute(
  { row, provenance }: SnapshotAmount,
  snapshot: BalanceSnapshot,
): string | undefined {
  if (provenance?.kind !== "derived") return undefined;
  const { formula, from, inputs = [] } = provenance;
  const amounts = snapshotAmounts(snapshot).filter(
    (amount) => amount.row === row && from.includes(amount.pointer),
  );
  if (amounts.length !== from.length) return undefined;
  if (formula === "sum(inputs)") {
    return sum(
      inputs.map(({ text, scale = 0, negated }) => new Big(text).times(`1e${scale}`).times(negated ? -1 : 1)),
    );
  }
  const values = amounts.map(({ value }) => new Big(String(value)));
  if (formula.startsWith("sum(")) return sum(values);
  const terms = new Map(
    amounts.map(({ field }, at) => [field.split(" ")[1]?.replaceAll("/", "."), values[at]]),
  );
  const [left = "", operator, right = ""] = formula.split(" ");
  const [a, b] = [terms.get(left), terms.get(right)];
  if (a === undefined || b === undefined) return undefined;
  return { "+": a.plus(b), "-": a.minus(b), x: a.times(b) }[operator ?? ""]?.toFixed();
}

function sum(values: readonly Big[]): string {
  return values.reduce((left, right) => left.plus(right), new Big(0)).toFixed();
}
