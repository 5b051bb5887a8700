import { addDecimal, compareDecimal, multiplyDecimal, type Decimal } from "@openbalance/normalize";
import type { Finding } from "../guard/judge.ts";
import type { BalanceThreshold } from "../guard/threshold.ts";

/** What is told of a threshold: once when it is crossed, once when all is well again. */
export type NoticeKind = "below" | "recovered" | "unknown" | "known";

/** What `watch` remembers of one threshold and account. */
export interface ThresholdState {
  /** Whether the last amount that was known is below, with hysteresis. */
  readonly isBelow: boolean;
  /** How many readings in a row said nothing. */
  readonly unknownReadings: number;
  /** What has been told: `below` and `unknown` until their opposite is told. */
  readonly told: { readonly below: boolean; readonly unknown: boolean };
}

export const initialState: ThresholdState = {
  isBelow: false,
  unknownReadings: 0,
  told: { below: false, unknown: false },
};

/** Readings without an answer before somebody is told: a vendor may stumble once. */
const unknownReadingsUntilTold = 3;

/** The state after a reading. It says nothing about what has been told; see `dueNotice`. */
export function advance(state: ThresholdState, finding: Finding, hysteresis: Decimal): ThresholdState {
  if (finding.verdict === "unknown") {
    return { ...state, unknownReadings: state.unknownReadings + 1 };
  }
  const isBelow = finding.verdict === "below" || (state.isBelow && !hasRecovered(finding, hysteresis));
  return { ...state, isBelow, unknownReadings: 0 };
}

/** What somebody is to be told now; undefined when all is told. Until it is marked as told it stays due. */
export function dueNotice({ isBelow, unknownReadings, told }: ThresholdState): NoticeKind | undefined {
  if (unknownReadings >= unknownReadingsUntilTold && !told.unknown) return "unknown";
  if (unknownReadings > 0) return undefined;
  if (isBelow !== told.below) return isBelow ? "below" : "recovered";
  return told.unknown ? "known" : undefined;
}

/** The state once a notice has reached somebody. */
export function markTold(state: ThresholdState, kind: NoticeKind): ThresholdState {
  if (kind === "unknown") return { ...state, told: { ...state.told, unknown: true } };
  // Whoever is told an amount knows that it is known again.
  return {
    ...state,
    told: { below: kind === "known" ? state.told.below : kind === "below", unknown: false },
  };
}

/** Just above the threshold is not recovered yet: every small payment would be a crossing of its own. */
function hasRecovered({ threshold, amount }: Finding, hysteresis: Decimal): boolean {
  // Several balances of the asset are all above the threshold, which is all that can be said.
  if (amount === undefined) return true;
  return compareDecimal(amount, recoveryAmount(threshold, hysteresis)) >= 0;
}

/** From where on a balance has recovered: what the configuration says, else the threshold and a share of it. */
export function recoveryAmount({ amount, recoverAt }: BalanceThreshold, hysteresis: Decimal): Decimal {
  if (recoverAt !== undefined) return recoverAt;
  const share = multiplyDecimal(amount, hysteresis);
  return addDecimal(amount, share.startsWith("-") ? multiplyDecimal(share, "-1") : share);
}

/** Whether a value is a state, as an earlier run left it. */
export function isThresholdState(value: unknown): value is ThresholdState {
  if (typeof value !== "object" || value === null) return false;
  const { isBelow, unknownReadings, told } = value as Partial<Record<keyof ThresholdState, unknown>>;
  return (
    typeof isBelow === "boolean" &&
    typeof unknownReadings === "number" &&
    typeof told === "object" &&
    told !== null &&
    "below" in told &&
    typeof told.below === "boolean" &&
    "unknown" in told &&
    typeof told.unknown === "boolean"
  );
}
