import { isServing } from "./account-state.ts";
import type { Asset } from "../model/asset.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { checkSnapshot } from "./collect-amounts.ts";
import { addDecimal, compareDecimal, type Decimal } from "../model/decimal.ts";
import { selectBalances, type JudgedBalance, type NothingToJudge } from "./judged-balances.ts";
import { checkThreshold, type Threshold } from "./threshold.ts";

/** Whether enough is left. Only `fine` says so. */
export type Verdict = "fine" | "below" | "refused" | "unknown";

/** Why a verdict is what it is, for programs. */
export type VerdictReason =
  /** Fine: the amount is the threshold's or more. */
  | "enough"
  /** Fine: the vendor says that nothing bounds it. */
  | "unlimited"
  /** Below: the amount is less. */
  | "below_threshold"
  /** Refused: the vendor says that it serves no calls. */
  | "not_spendable"
  /** Refused: the account is in a state in which no calls are served. */
  | "not_active"
  /** Unknown: the account is in a state whose meaning is not documented. */
  | "state_not_known"
  /** Unknown: several balances are of the asset, and the answer is not the same for each and for their sum. */
  | "balances_disagree"
  | NothingToJudge;

/** What a threshold says of one account. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: VerdictReason;
  /** The asset that was judged. Absent: none could be. */
  readonly asset?: Asset;
  /** What was compared. Absent: it is not stated, unlimited, or several balances were judged. */
  readonly amount?: Decimal;
  /** The field that the amount is: for `left`, the one that was taken. Absent where several differ. */
  readonly field?: JudgedBalance["field"];
  /** Whether the amount holds a credit line. Absent: the vendor does not say. */
  readonly includesCredit?: boolean;
  /** The balances that were judged, by their place in the snapshot. */
  readonly judged: readonly number[];
}

/**
 * Holds a threshold against a snapshot. What is below is below, whatever else is known; then comes what the vendor
 * refuses, then what is not known: absent is never zero, and never fine. Throws `config` for an argument that is wrong.
 */
export function judge(snapshot: BalanceSnapshot, threshold: Threshold): Judgement {
  checkSnapshot("snapshot", snapshot);
  const { amount: limit, ...wanted } = checkThreshold(threshold);
  const selected = selectBalances(snapshot, wanted);
  const judged = typeof selected === "string" ? [] : selected;
  const seen = describeJudged(judged);
  const known = typeof selected === "string" ? selected : compareAll(selected, limit);
  if (known === "below_threshold") return { verdict: "below", reason: known, ...seen };
  const stop = stopOf(snapshot);
  if (stop === "not_spendable" || stop === "not_active") return { verdict: "refused", reason: stop, ...seen };
  const isEnough = known === "enough" || known === "unlimited";
  if (!isEnough) return { verdict: "unknown", reason: known, ...seen };
  return stop === undefined
    ? { verdict: "fine", reason: known, ...seen }
    : { verdict: "unknown", reason: stop, ...seen };
}

/** What the vendor says against serving calls, whatever is left. */
function stopOf({ spendable, state }: BalanceSnapshot): VerdictReason | undefined {
  if (spendable === false) return "not_spendable";
  const serves = state === undefined ? true : isServing(state);
  if (serves === true) return undefined;
  return serves === false ? "not_active" : "state_not_known";
}

const unlimited = "unlimited";
type Bound = Decimal | typeof unlimited;

/** An answer that holds for each balance and for their sum. */
function compareAll(judged: readonly JudgedBalance[], limit: Decimal): VerdictReason {
  const bounds: readonly Bound[] = judged.map(({ amount }) => amount ?? unlimited);
  const sum = bounds.reduce(addBounds, "0");
  const answers = new Set([...bounds, sum].map((bound) => isLess(bound, limit)));
  if (answers.size > 1) return "balances_disagree";
  if (answers.has(true)) return "below_threshold";
  return bounds.every((bound) => bound === unlimited) ? "unlimited" : "enough";
}

function isLess(bound: Bound, limit: Decimal): boolean {
  return bound !== unlimited && compareDecimal(bound, limit) < 0;
}

function addBounds(left: Bound, right: Bound): Bound {
  return left === unlimited || right === unlimited ? unlimited : addDecimal(left, right);
}

function describeJudged(
  judged: readonly JudgedBalance[],
): Pick<Judgement, "asset" | "amount" | "field" | "includesCredit" | "judged"> {
  const [first, ...others] = judged;
  if (first === undefined) return { judged: [] };
  const { asset, field, amount, includesCredit } = first;
  const isOneField = others.every((other) => other.field === field);
  return {
    asset,
    ...(isOneField ? { field } : {}),
    ...(others.length > 0 || amount === undefined ? {} : { amount }),
    ...(others.length > 0 || includesCredit === undefined ? {} : { includesCredit }),
    judged: judged.map(({ index }) => index),
  };
}
