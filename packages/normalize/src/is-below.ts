import type { AmountField, BalanceSnapshot } from "./balance.ts";
import { checkAssetId, checkSnapshot, collectAmounts } from "./collect-amounts.ts";
import { addDecimal, checkDecimal, compareDecimal, type Decimal } from "./decimal.ts";
import { refuseUnknownNames } from "./read-options.ts";

export interface Threshold {
  /** The asset's id, such as `iso4217:USD`. */
  readonly asset: string;
  readonly field: AmountField;
  readonly amount: Decimal;
  /** The id of a pool of that asset. Absent: the rows that stand in no pool. */
  readonly pool?: string;
}

const unbounded = Symbol("unbounded");
type Bound = Decimal | typeof unbounded;

/**
 * Whether a field is below an amount. `"unknown"` when the snapshot has no balance of that asset and pool or the
 * vendor does not state the field: absent is not zero. What the vendor says is unlimited is never below. Where
 * several balances are of that asset, an answer holds for each of them and for their sum, or is `"unknown"`.
 * Throws `config` for an argument that is wrong.
 */
export function isBelow(snapshot: BalanceSnapshot, threshold: Threshold): boolean | "unknown" {
  checkSnapshot("snapshot", snapshot);
  refuseUnknownNames("threshold", threshold, ["asset", "field", "amount", "pool"]);
  const asset = checkAssetId("asset", threshold.asset);
  const limit = checkDecimal("amount", threshold.amount);
  const amounts = collectAmounts([snapshot], threshold.field)
    .filter((collected) => collected.asset.id === asset && collected.pool === threshold.pool)
    .map(({ amount, isUnbounded }) => (isUnbounded ? unbounded : amount));
  if (!amounts.every((amount) => amount !== undefined)) return "unknown";
  const sum = amounts.reduce<Bound>(addBounds, "0");
  const answers = new Set(
    [...amounts, sum].map((amount) => typeof amount !== "symbol" && compareDecimal(amount, limit) < 0),
  );
  const [answer] = answers;
  return amounts.length === 0 || answers.size > 1 || answer === undefined ? "unknown" : answer;
}

function addBounds(left: Bound, right: Bound): Bound {
  return typeof left === "symbol" || typeof right === "symbol" ? unbounded : addDecimal(left, right);
}
