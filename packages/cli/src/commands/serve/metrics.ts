import { isServing, type BalanceResult } from "@openbalance/normalize";
import type { BalanceThreshold } from "../../config/threshold.ts";
import type { CachedReading } from "./account-cache.ts";
import { balanceSamples, leftSamples, quotaSamples, type Labels } from "./balance-samples.ts";
import type { MetricFamily, Sample } from "./exposition.ts";
import { judgeAll, thresholdSamples, verdictSamples } from "./verdict-samples.ts";

/** What the metrics say beside the readings. */
export interface MetricsContext {
  readonly thresholds: readonly BalanceThreshold[];
  /** Accounts that have not been read yet. */
  readonly pending: number;
  readonly version: string;
}

/** The metrics of all accounts. What could not be read is absent, and what a vendor does not state too. */
export function metricsOf(
  readings: readonly CachedReading[],
  { thresholds, pending, version }: MetricsContext,
): readonly MetricFamily[] {
  const results = readings.map(({ result }) => result);
  const findings = judgeAll(results, thresholds);
  return [
    {
      name: "openbalance_left",
      type: "gauge",
      help: "What is left of a balance: what can be spent where that is stated, else the total. +Inf: the vendor says that nothing bounds it.",
      samples: results.flatMap(leftSamples),
    },
    {
      name: "openbalance_verdict",
      type: "gauge",
      help: "1 for the verdict that a threshold has now, 0 for the others. Only fine says that enough is left.",
      samples: findings.flatMap(verdictSamples),
    },
    {
      name: "openbalance_threshold",
      type: "gauge",
      help: "The amount that the balance of openbalance_verdict with the same labels must not be below.",
      samples: findings.flatMap(thresholdSamples),
    },
    {
      name: "openbalance_balance",
      type: "gauge",
      help: "An amount of a balance, in units of its asset. Absent when it could not be read or is not stated.",
      samples: results.flatMap(balanceSamples),
    },
    {
      name: "openbalance_quota",
      type: "gauge",
      help: "What an allowance that starts anew is, and what of it is used, in units of its asset.",
      samples: results.flatMap(quotaSamples),
    },
    {
      name: "openbalance_spendable",
      type: "gauge",
      help: "Whether the vendor says that it serves calls, by its word or by the state of the account. Absent when it does not say.",
      samples: readings.flatMap((reading) => {
        const serves = servesCalls(reading.result);
        return serves === undefined ? [] : [sampleOf(reading, serves ? "1" : "0")];
      }),
    },
    {
      name: "openbalance_up",
      type: "gauge",
      help: "Whether the last reading of an account succeeded.",
      samples: readings.map((reading) => sampleOf(reading, reading.result.ok ? "1" : "0")),
    },
    {
      name: "openbalance_last_success_timestamp_seconds",
      type: "gauge",
      help: "When an account was last read, in seconds since the epoch. Absent when it never was.",
      samples: readings.flatMap((reading) =>
        reading.lastSuccessMs === undefined ? [] : [sampleOf(reading, seconds(reading.lastSuccessMs))],
      ),
    },
    {
      name: "openbalance_waits_until_timestamp_seconds",
      type: "gauge",
      help: "Until when an account is not read because its vendor asked to wait, an hour at most, in seconds since the epoch. Absent when it did not ask.",
      samples: readings.flatMap((reading) =>
        reading.waitsUntilMs === undefined ? [] : [sampleOf(reading, seconds(reading.waitsUntilMs))],
      ),
    },
    {
      name: "openbalance_read_duration_seconds",
      type: "gauge",
      help: "How long the last reading of an account took.",
      samples: readings.map((reading) => sampleOf(reading, seconds(reading.durationMs))),
    },
    {
      name: "openbalance_accounts_pending",
      type: "gauge",
      help: "Accounts whose first reading has not come yet. They are in no other metric.",
      samples: [{ labels: {}, value: String(pending) }],
    },
    {
      name: "openbalance_read_failures_total",
      type: "counter",
      help: "Readings that failed, by reason.",
      samples: readings.flatMap((reading) =>
        Object.entries(reading.failures).map(([code, count]) => sampleOf(reading, String(count), { code })),
      ),
    },
    {
      name: "openbalance_issues",
      type: "gauge",
      help: "What was odd about the last reply of an account that could be read.",
      samples: readings.flatMap((reading) =>
        reading.result.ok ? [sampleOf(reading, String(reading.result.snapshot.issues.length))] : [],
      ),
    },
    {
      name: "openbalance_build_info",
      type: "gauge",
      help: "The version of openbalance; always 1.",
      samples: [{ labels: { version }, value: "1" }],
    },
  ];
}

/** The vendor's word, unless the account is in a state in which no calls are served. */
function servesCalls(result: BalanceResult): boolean | undefined {
  if (!result.ok) return undefined;
  const { spendable, state } = result.snapshot;
  const serves = state === undefined ? undefined : isServing(state);
  return spendable === false || serves === false ? false : (spendable ?? serves);
}

function sampleOf({ result }: CachedReading, value: string, labels: Labels = {}): Sample {
  return { labels: { vendor: result.account.vendor, account: result.account.ref, ...labels }, value };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}
