import type { BalanceResult, Verdict } from "@openbalance/normalize";
import { judgeResult, type Finding } from "../../thresholds/judge.ts";
import type { BalanceThreshold } from "../../config/threshold.ts";
import { rowLabels, snakeCase, type Labels } from "./balance-samples.ts";
import type { Sample } from "./exposition.ts";

const verdicts: readonly Verdict[] = ["fine", "below", "refused", "unknown"];

/** What every threshold says of every account that it speaks of. */
export function judgeAll(
  results: readonly BalanceResult[],
  thresholds: readonly BalanceThreshold[],
): readonly Finding[] {
  const byAccount = Map.groupBy(thresholds, ({ vendor, account }) => keyOf(vendor, account));
  const findings = results.flatMap((result) => {
    const { vendor, ref } = result.account;
    const ofAll = byAccount.get(keyOf(vendor, undefined)) ?? [];
    const ofThis = byAccount.get(keyOf(vendor, ref)) ?? [];
    return [...ofAll, ...ofThis].map((threshold) => judgeResult(threshold, result));
  });
  // A threshold that names the asset and one that does not may turn out to be the same.
  return [...new Map(findings.map((finding) => [JSON.stringify(labelsOf(finding)), finding])).values()];
}

function keyOf(vendor: string, account: string | undefined): string {
  return JSON.stringify([vendor, account]);
}

/** One series for each verdict, so that none vanishes while an alert waits for it. */
export function verdictSamples(finding: Finding): readonly Sample[] {
  const labels = labelsOf(finding);
  return verdicts.map((verdict) => {
    return { labels: { ...labels, verdict }, value: verdict === finding.verdict ? "1" : "0" };
  });
}

export function thresholdSamples(finding: Finding): readonly Sample[] {
  return [{ labels: labelsOf(finding), value: finding.threshold.amount }];
}

/** Two thresholds of one balance differ in their amounts alone, so the amount is a label too. */
function labelsOf({ threshold, vendor, account, asset }: Finding): Labels {
  const { pool, scope, field, amount } = threshold;
  // Which asset a threshold speaks of may only be known from a reading.
  const named: Labels = threshold.asset === undefined ? {} : { asset: threshold.asset };
  const row =
    asset === undefined ? { ...named, ...(pool === undefined ? {} : { pool }) } : rowLabels(asset, pool);
  const of: Labels = scope === undefined ? {} : { scope };
  return { vendor, account, ...row, ...of, field: snakeCase(field), below: amount };
}
