import { amountFields, leftOf, type Asset, type Balance, type BalanceResult } from "@openbalance/normalize";
import type { Sample } from "./exposition.ts";

export type Labels = Readonly<Record<string, string>>;

/** What is left of every balance, and whether it is funds, an allowance or test money. */
export function leftSamples(result: BalanceResult): readonly Sample[] {
  return labelledBalances(result).flatMap(([labelsFor, balance]): readonly Sample[] => {
    const left = leftOf(balance);
    if (left === undefined) return [];
    return [{ labels: labelsFor(balance.kind), value: left.amount ?? "+Inf" }];
  });
}

/** Every amount that a balance states. */
export function balanceSamples(result: BalanceResult): readonly Sample[] {
  return labelledBalances(result).flatMap(([labelsFor, balance]) =>
    amountFields.flatMap((field): readonly Sample[] => {
      const isUnlimited = field === "creditLimit" && balance.unlimited?.includes(field);
      const value = isUnlimited ? "+Inf" : balance[field];
      return value === undefined ? [] : [{ labels: labelsFor(snakeCase(field)), value }];
    }),
  );
}

/** What an allowance is, and what of it is used. */
export function quotaSamples(result: BalanceResult): readonly Sample[] {
  return labelledBalances(result).flatMap(([labelsFor, { quota = {}, unlimited = [] }]) => {
    const limit = unlimited.includes("quota.limit") ? "+Inf" : quota.limit;
    const every: Labels = quota.every === undefined ? {} : { every: quota.every };
    return Object.entries({ limit, used: quota.used }).flatMap(([kind, value]): readonly Sample[] =>
      value === undefined ? [] : [{ labels: { ...labelsFor(kind), ...every }, value }],
    );
  });
}

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

/** The labels of an asset and of a pool of it. */
export function rowLabels(asset: Asset, pool: string | undefined): Labels {
  return { asset: asset.code ?? asset.id, asset_id: asset.id, ...(pool === undefined ? {} : { pool }) };
}

/** Labels are in snake case, as everywhere in Prometheus. */
export function snakeCase(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
