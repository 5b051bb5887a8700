import { findAsset } from "./asset-reference.ts";
import type { Asset } from "../model/asset.ts";
import { isOfOtherScope, scopeOf } from "./balance-reference.ts";
import type { AmountField, Balance, BalanceSnapshot } from "../model/balance.ts";
import { amountOf, isUnnamed } from "./collect-amounts.ts";
import type { Decimal } from "../model/decimal.ts";
import { leftOf } from "./left.ts";
import type { Threshold, ThresholdField } from "./threshold.ts";

/** One balance that a threshold speaks of, and its amount. */
export interface JudgedBalance {
  /** Its place in the snapshot's `balances`, from 0. */
  readonly index: number;
  readonly asset: Asset;
  readonly field: AmountField | "quota";
  /** Absent: the vendor says that nothing bounds it. */
  readonly amount?: Decimal;
  readonly includesCredit?: boolean;
}

/** Why a threshold has nothing to look at. */
export type NothingToJudge =
  /** The vendor lists no balance of that asset, pool and scope, which is not the same as nothing left. */
  | "not_listed"
  /** The code belongs to several assets of the snapshot, or none was named and several have the field. */
  | "several_assets"
  /** The name is neither an id nor the code of an asset of the snapshot. */
  | "asset_not_known"
  /** The vendor does not state the field. */
  | "not_stated"
  /** There is a cap or a quota alone, which only a threshold judges that names it: `quota`, or the scope. */
  | "allowance"
  /** There are only balances of a key, a project or a team, which the threshold does not name. */
  | "scope"
  /** There is test money alone. */
  | "test";

interface Candidate {
  readonly balance: Balance;
  readonly index: number;
}

/** The balances that a threshold speaks of, all of one asset; or why there are none. */
export function selectBalances(
  snapshot: BalanceSnapshot,
  { asset, field, pool, scope }: Omit<Threshold, "amount"> & { readonly field: ThresholdField },
): readonly JudgedBalance[] | NothingToJudge {
  const all = snapshot.balances.map((balance, index): Candidate => ({ balance, index }));
  const named = ofAsset(
    all.filter(({ balance }) => balance.pool?.id === pool),
    asset,
  );
  if (typeof named === "string") return named;
  if (named.length === 0) return "not_listed";
  const allowed: Candidate[] = [];
  const against = new Set<NothingToJudge>();
  for (const candidate of named) {
    const reason = reasonAgainst(snapshot, candidate.balance, field, scope);
    if (reason === undefined) allowed.push(candidate);
    else against.add(reason);
  }
  if (allowed.length === 0) return firstOf(against);
  const judged = allowed.map((candidate) => judgedBalance(candidate, field));
  const stated = judged.filter((each) => each !== undefined);
  const [first, ...others] = stated;
  if (first === undefined) return firstOf(against.size > 0 ? against : new Set(["not_stated"]));
  // Two unnamed assets of one vendor share an id, and may be two currencies all the same.
  const isOther = ({ asset: of }: JudgedBalance): boolean => of.id !== first.asset.id || isUnnamed(of);
  if (others.some(isOther)) return "several_assets";
  const ofFirst = allowed.filter(({ balance }) => balance.asset.id === first.asset.id);
  return ofFirst.length === stated.length ? stated : "not_stated";
}

function ofAsset(
  candidates: readonly Candidate[],
  asset: string | undefined,
): readonly Candidate[] | NothingToJudge {
  if (asset === undefined) return candidates;
  const found = findAsset(
    asset,
    candidates.map(({ balance }) => balance.asset),
  );
  if ("problem" in found) return found.problem === "ambiguous" ? "several_assets" : "asset_not_known";
  return candidates.filter(({ balance }) => balance.asset.id === found.id);
}

const mayBeFunds: ReadonlySet<ThresholdField> = new Set(["left", "available", "total"]);

/** Why a balance is not what a threshold means. */
function reasonAgainst(
  snapshot: BalanceSnapshot,
  balance: Balance,
  field: ThresholdField,
  scope: Threshold["scope"],
): NothingToJudge | undefined {
  if (balance.kind === "test") return "test";
  if (scope !== undefined) return scopeOf(snapshot, balance) === scope ? undefined : "scope";
  if (field === "quota") return balance.kind === "allowance" ? undefined : "not_stated";
  // A field such as `creditLimit` is what it is on any balance; what is left of a cap could be taken for money.
  if (balance.kind === "allowance" && mayBeFunds.has(field)) return "allowance";
  return isOfOtherScope(snapshot, balance) ? "scope" : undefined;
}

/** Undefined where the vendor states no such amount. */
function judgedBalance({ balance, index }: Candidate, field: ThresholdField): JudgedBalance | undefined {
  const { asset } = balance;
  if (field === "left" || field === "quota") {
    const left = field === "quota" && balance.kind !== "allowance" ? undefined : leftOf(balance);
    if (left === undefined) return undefined;
    const { unknown: _unknown, ...known } = left;
    return { index, asset, ...known };
  }
  const { amount, includesCredit, isUnlimited } = amountOf(balance, field);
  if (amount === undefined) return isUnlimited ? { index, asset, field } : undefined;
  return {
    index,
    asset,
    field,
    amount,
    ...(field === "available" && includesCredit ? { includesCredit } : {}),
  };
}

/** Of several reasons the one that says most. */
function firstOf(reasons: ReadonlySet<NothingToJudge>): NothingToJudge {
  const order: readonly NothingToJudge[] = ["test", "allowance", "scope", "not_stated"];
  return order.find((reason) => reasons.has(reason)) ?? "not_listed";
}
