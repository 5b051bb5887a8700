import {
  compareDecimal,
  judge,
  type Balance,
  type BalanceSnapshot,
  type Decimal,
  type Verdict,
} from "@openbalance/normalize";
import { concerns, type BalanceThreshold } from "../../config/threshold.ts";
import type { Series } from "./series.ts";

/** A balance over time, and what the thresholds say of its last reading. */
export interface JudgedSeries extends Series {
  /** The highest threshold that speaks of it. Absent: none does. */
  readonly threshold?: Decimal;
  /** What that threshold says. */
  readonly verdict?: Verdict;
}

/** Holds thresholds against the last readings, and puts first what is urgent: what is below, then what ends soonest. */
export function judgeSeries(
  series: readonly Series[],
  thresholds: readonly BalanceThreshold[],
): readonly JudgedSeries[] {
  const byAccount = Map.groupBy(series, ({ vendor, account }) => JSON.stringify([vendor, account]));
  const judged = [...byAccount.values()].flatMap((ofAccount) => judgeAccount(ofAccount, thresholds));
  return judged.toSorted((one, other) => urgencyOf(one) - urgencyOf(other));
}

function judgeAccount(
  ofAccount: readonly Series[],
  thresholds: readonly BalanceThreshold[],
): readonly JudgedSeries[] {
  const [first] = ofAccount;
  if (first === undefined) return [];
  const { vendor, account: ref } = first;
  const snapshot = snapshotOf(vendor, ref, ofAccount);
  const said = new Map<number, Pick<JudgedSeries, "threshold" | "verdict">>();
  for (const threshold of thresholds.filter((each) => concerns(each, { vendor, ref }))) {
    const { amount, asset, field, pool, scope } = threshold;
    const { verdict, judged } = judge(snapshot, { amount, asset, field, pool, scope });
    for (const index of judged) {
      const before = said.get(index)?.threshold;
      const isHigher = before === undefined || compareDecimal(amount, before) > 0;
      if (isHigher) said.set(index, { threshold: amount, verdict });
    }
  }
  return ofAccount.map((each, index) => Object.assign({}, each, said.get(index)));
}

/** The last readings of an account as the snapshot that they were taken of. */
function snapshotOf(vendor: string, ref: string, ofAccount: readonly Series[]): BalanceSnapshot {
  const balances = ofAccount.map(({ latest }): Balance => {
    const { asset: id, code, pool, kind = "funds", amounts } = latest;
    // What kind of asset it was is not kept, and nothing asks for it.
    const asset = { kind: "unknown", id, ...(code === undefined ? {} : { code }) } as const;
    return { asset, kind, ...amounts, ...(pool === undefined ? {} : { pool: { id: pool } }), provenance: {} };
  });
  const fetchedAt = ofAccount.at(-1)?.latest.at ?? "";
  return { schema: "balance/1", vendor, account: { ref }, balances, fetchedAt, issues: [], raw: {} };
}

/** Less is more urgent: below zero for what is below its threshold, then the milliseconds that are left. */
function urgencyOf({ verdict, burnRate }: JudgedSeries): number {
  const runwayMs = burnRate.kind === "estimate" ? (burnRate.runwayMs ?? Infinity) : Number.MAX_VALUE;
  const isUrgent = verdict === "below" || verdict === "refused";
  return isUrgent ? -1 / (1 + runwayMs) : runwayMs;
}
