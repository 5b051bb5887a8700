import type { Asset, Balance, BalanceResult } from "@openbalance/normalize";
import { judge } from "../guard/judge.ts";
import { amountFields, concerns, type BalanceThreshold } from "../guard/threshold.ts";
import type { CachedReading } from "./account-cache.ts";
import type { MetricFamily, Sample } from "./exposition.ts";

/** The metrics of all accounts. What could not be read is absent, and what a vendor does not state too. */
export function metricsOf(
  readings: readonly CachedReading[],
  thresholds: readonly BalanceThreshold[],
  version: string,
): readonly MetricFamily[] {
  return [
    {
      name: "openbalance_balance",
      type: "gauge",
      help: "An amount of a balance, in units of its asset. Absent when it could not be read or is not stated.",
      samples: readings.flatMap(balanceSamples),
    },
    {
      name: "openbalance_quota",
      type: "gauge",
      help: "What an allowance that starts anew is, and what of it is used, in units of its asset.",
      samples: readings.flatMap(quotaSamples),
    },
    {
      name: "openbalance_spendable",
      type: "gauge",
      help: "Whether the vendor says that it serves calls. Absent when it does not say.",
      samples: readings.flatMap((reading) => {
        const spendable = reading.result.ok ? reading.result.snapshot.spendable : undefined;
        return spendable === undefined ? [] : [sampleOf(reading, spendable ? "1" : "0")];
      }),
    },
    {
      name: "openbalance_threshold",
      type: "gauge",
      help: "The amount that openbalance_balance with the same labels must not be below.",
      samples: readings.flatMap((reading) => thresholdSamples(reading, thresholds)),
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
      name: "openbalance_read_duration_seconds",
      type: "gauge",
      help: "How long the last reading of an account took.",
      samples: readings.map((reading) => sampleOf(reading, seconds(reading.durationMs))),
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

function balanceSamples({ result }: CachedReading): readonly Sample[] {
  return labelledBalances(result).flatMap(([labelsFor, balance]) =>
    amountFields.flatMap((field): readonly Sample[] => {
      const isUnlimited = field === "creditLimit" && balance.unlimited?.includes(field);
      const value = isUnlimited ? "+Inf" : balance[field];
      return value === undefined ? [] : [{ labels: labelsFor(kindOf(field)), value }];
    }),
  );
}

function quotaSamples({ result }: CachedReading): readonly Sample[] {
  return labelledBalances(result).flatMap(([labelsFor, { quota = {}, unlimited = [] }]) => {
    const limit = unlimited.includes("quota.limit") ? "+Inf" : quota.limit;
    const every: Labels = quota.every === undefined ? {} : { every: quota.every };
    return Object.entries({ limit, used: quota.used }).flatMap(([kind, value]): readonly Sample[] =>
      value === undefined ? [] : [{ labels: { ...labelsFor(kind), ...every }, value }],
    );
  });
}

type Labels = Readonly<Record<string, string>>;

/** Every balance with the labels of what it has of a kind: no two series may have the same. */
function labelledBalances(
  result: BalanceResult,
): readonly (readonly [labelsFor: (kind: string) => Labels, balance: Balance])[] {
  if (!result.ok) return [];
  const { vendor, ref: account } = result.account;
  const seen = new Map<string, number>();
  return result.snapshot.balances.map((balance) => {
    const labels: Labels = { vendor, account, ...rowLabels(balance.asset, balance.pool?.id) };
    const identity = JSON.stringify(labels);
    const row = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, row);
    return [(kind) => ({ ...labels, kind, ...(row === 1 ? {} : { row: String(row) }) }), balance];
  });
}

function thresholdSamples(
  { result }: CachedReading,
  thresholds: readonly BalanceThreshold[],
): readonly Sample[] {
  const samples = thresholds
    .filter((threshold) => concerns(threshold, result.account))
    .flatMap((threshold): readonly (readonly [string, Sample])[] => {
      const { vendor, account, asset } = judge(threshold, result);
      // Which asset a threshold speaks of may only be known from a reading.
      if (asset === undefined) return [];
      const row = rowLabels(asset, threshold.pool);
      const labels = { vendor, account, ...row, kind: kindOf(threshold.field) };
      return [[JSON.stringify(labels), { labels, value: threshold.amount }]];
    });
  // Where several thresholds speak of one balance, the last one is exported.
  return [...new Map(samples).values()];
}

function rowLabels(asset: Asset, pool: string | undefined): Labels {
  return { asset: asset.code ?? asset.id, asset_id: asset.id, ...(pool === undefined ? {} : { pool }) };
}

/** Labels are in snake case, as everywhere in Prometheus. */
function kindOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function sampleOf({ result }: CachedReading, value: string, labels: Labels = {}): Sample {
  return { labels: { vendor: result.account.vendor, account: result.account.ref, ...labels }, value };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}
