import { addDecimal, compareDecimal, multiplyDecimal, type Decimal } from "@openbalance/normalize";
import type { Finding } from "../../thresholds/judge.ts";
import type { BalanceThreshold } from "../../config/threshold.ts";

/** What is announced of a threshold: each alarm once when it begins, and once when it is over. */
export type NoticeKind = "below" | "recovered" | "refused" | "served" | "unknown" | "known";

/** What `watch` remembers of one threshold and account. */
export interface ThresholdState {
  /** Whether the last amount that was known is below, with hysteresis. */
  readonly isBelow: boolean;
  /** Whether the vendor said at last that it serves no calls. */
  readonly isRefused: boolean;
  /** How many readings in a row said nothing. */
  readonly unknownReadings: number;
  /** What has been announced and is not over: each until its opposite is announced. */
  readonly told: { readonly below: boolean; readonly refused: boolean; readonly unknown: boolean };
}

export const initialState: ThresholdState = {
  isBelow: false,
  isRefused: false,
  unknownReadings: 0,
  told: { below: false, refused: false, unknown: false },
};

/** Readings without an answer before it is announced: a vendor may stumble once. */
const unknownReadingsUntilTold = 3;

/** The state after a reading. It says nothing about what has been announced; see `dueNotice`. */
export function advance(state: ThresholdState, finding: Finding, hysteresis: Decimal): ThresholdState {
  const { verdict } = finding;
  if (verdict === "unknown") return { ...state, unknownReadings: state.unknownReadings + 1 };
  const isBelow = verdict === "below" || (state.isBelow && !hasRecovered(finding, hysteresis));
  // What is below says nothing about calls: the vendor may refuse them or not.
  const isRefused = verdict === "below" ? state.isRefused : verdict === "refused";
  return { ...state, isBelow, isRefused, unknownReadings: 0 };
}

/** What is to be announced now; undefined when all is. Until it is marked as told it stays due. */
export function dueNotice(state: ThresholdState): NoticeKind | undefined {
  const { isBelow, isRefused, unknownReadings, told } = state;
  if (unknownReadings >= unknownReadingsUntilTold && !told.unknown) return "unknown";
  if (unknownReadings > 0) return undefined;
  if (isBelow !== told.below) return isBelow ? "below" : "recovered";
  if (isRefused !== told.refused) return isRefused ? "refused" : "served";
  return told.unknown ? "known" : undefined;
}

/** The state once a notice has reached somebody. */
export function markTold(state: ThresholdState, kind: NoticeKind): ThresholdState {
  if (kind === "unknown") return { ...state, told: { ...state.told, unknown: true } };
  // Whoever hears of an amount or of calls knows that they are known again.
  const told = { ...state.told, unknown: false };
  if (kind === "below" || kind === "recovered")
    return { ...state, told: { ...told, below: kind === "below" } };
  if (kind === "refused" || kind === "served")
    return { ...state, told: { ...told, refused: kind === "refused" } };
  return { ...state, told };
}

/** Just above the threshold is not recovered yet: every small payment would be a crossing of its own. */
function hasRecovered({ threshold, amount }: Finding, hysteresis: Decimal): boolean {
  // Several balances of the asset are all above the threshold, which is all that can be said.
  if (amount === undefined) return true;
  return compareDecimal(amount, recoveryAmount(threshold, hysteresis)) >= 0;
}

/** From where on a balance has recovered: what the configuration says, else the threshold and a share of it. */
export function recoveryAmount(
  { amount, recoverAt }: Pick<BalanceThreshold, "amount" | "recoverAt">,
  hysteresis: Decimal,
): Decimal {
  if (recoverAt !== undefined) return recoverAt;
  const share = multiplyDecimal(amount, hysteresis);
  return addDecimal(amount, share.startsWith("-") ? multiplyDecimal(share, "-1") : share);
}

/** A state as an earlier run left it; undefined for what is none. */
export function parseThresholdState(value: unknown): ThresholdState | undefined {
  if (!isRecord(value) || !isRecord(value["told"])) return undefined;
  // Before calls could be refused, nothing was said about them.
  const { isBelow, isRefused = false, unknownReadings } = value;
  const { below, refused = false, unknown } = value["told"];
  const flags = [isBelow, isRefused, below, refused, unknown];
  if (!flags.every((flag) => typeof flag === "boolean") || typeof unknownReadings !== "number")
    return undefined;
  return {
    isBelow: isBelow === true,
    isRefused: isRefused === true,
    unknownReadings,
    told: { below: below === true, refused: refused === true, unknown: unknown === true },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
