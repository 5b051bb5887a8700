import {
  judge,
  type Asset,
  type BalanceErrorCode,
  type BalanceResult,
  type Decimal,
  type Judgement,
  type Verdict,
  type VerdictReason,
} from "@openbalance/normalize";
import { reasonOf } from "../accounts/reason-of.ts";
import { explainVerdict } from "./explain-verdict.ts";
import type { BalanceThreshold } from "../config/threshold.ts";

/** What a threshold says of one account. */
export interface Finding {
  readonly threshold: BalanceThreshold;
  readonly vendor: string;
  readonly account: string;
  readonly verdict: Verdict;
  /** For programs; `not_read` where the account could not be read. */
  readonly reason: VerdictReason | "not_read";
  /** For people: why it is not fine or below, and what to write instead. */
  readonly message?: string;
  readonly asset?: Asset;
  /** The field that was taken: for `left`, what the vendor states of it. */
  readonly field?: Judgement["field"];
  /** Absent when it is not known, has no bound, or several balances are of the asset. */
  readonly amount?: Decimal;
  readonly includesCredit?: boolean;
  /** Present when the account could not be read. */
  readonly errorCode?: BalanceErrorCode;
}

/** Holds a threshold against what was read of an account. */
export function judgeResult(threshold: BalanceThreshold, result: BalanceResult): Finding {
  const { vendor, ref: account } = result.account;
  if (!result.ok) {
    const { code: errorCode } = result.error;
    const [reason, message] = ["not_read", reasonOf(result.error)] as const;
    return { threshold, vendor, account, verdict: "unknown", reason, message, errorCode };
  }
  const { amount, asset, field, pool, scope } = threshold;
  const { judged: _judged, ...judgement } = judge(result.snapshot, { amount, asset, field, pool, scope });
  const message = explainVerdict(result.snapshot, threshold, judgement.reason);
  return { threshold, vendor, account, ...judgement, ...(message === undefined ? {} : { message }) };
}
