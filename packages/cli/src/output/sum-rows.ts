import {
  sumBalances,
  type Asset,
  type AssetSum,
  type BalanceReference,
  type BalanceReport,
  type Decimal,
  type LeftOutReason,
} from "@openbalance/normalize";
import { accountLabel } from "../config/account-label.ts";
import type { AmountFormat } from "./amount-format.ts";

const fields = ["total", "available", "held", "due"] as const;
type SummedField = (typeof fields)[number];

/** What all accounts together have of one asset, as data. */
export interface SumRow {
  readonly asset: Asset;
  /** What is left, with each balance that counts and each that does not. */
  readonly left: Omit<AssetSum, "asset">;
  /** The fields as they are stated, of the same balances. Absent: none of them states it. */
  readonly sums: { readonly [Field in SummedField]?: Decimal };
  /** The balances that count for what is left and do not state the field. */
  readonly unstated: { readonly [Field in SummedField]?: readonly BalanceReference[] };
}

/** One row for every asset, added up exactly. */
export function sumRows({ results }: BalanceReport): readonly SumRow[] {
  const snapshots = results.flatMap((result) => (result.ok ? [result.snapshot] : []));
  const byField = new Map(fields.map((field) => [field, sumBalances(snapshots, field)]));
  return sumBalances(snapshots).map(({ asset, ...left }, index) => {
    const sums = fields.map((field) => [field, byField.get(field)?.[index]] as const);
    return { asset, left, sums: statedOf(sums), unstated: unstatedOf(sums, left.counted) };
  });
}

type FieldSums = readonly (readonly [field: SummedField, sum: AssetSum | undefined])[];

function statedOf(sums: FieldSums): SumRow["sums"] {
  const stated = sums.flatMap(([field, sum]) => (sum?.amount === undefined ? [] : [[field, sum.amount]]));
  return Object.fromEntries(stated);
}

function unstatedOf(sums: FieldSums, counted: readonly BalanceReference[]): SumRow["unstated"] {
  const places = new Set(counted.map(placeOf));
  const partly = sums.flatMap(([field, sum]) => {
    const without = sum?.leftOut.filter((balance) => places.has(placeOf(balance))) ?? [];
    const isPart = sum?.amount !== undefined && without.length > 0;
    return isPart ? [[field, without.map(({ vendor, ref, index }) => ({ vendor, ref, index }))]] : [];
  });
  return Object.fromEntries(partly);
}

function placeOf({ vendor, ref, index }: BalanceReference): string {
  return JSON.stringify([vendor, ref, index]);
}

const reasons: Readonly<Record<LeftOutReason, string>> = {
  not_stated: "states nothing that is left",
  unlimited: "unlimited",
  allowance: "an allowance",
  test: "test money",
  pool: "a pool",
  scope: "not the account's own",
  already_counted: "counted already",
};

/** What a sum is of and what it leaves out, in words. */
export function describeSum({ left, unstated, asset }: SumRow, amounts: AmountFormat): string {
  const { amount, withCredit, leftOut } = left;
  const credit = withCredit.length === 0 ? "" : `, credit of ${namesOf(withCredit)} included`;
  const rest = amount === undefined ? [] : [`left ${amounts.format(amount, asset)}${credit}`];
  const partly = Object.entries(unstated).map(([field, without]) => `${field} without ${namesOf(without)}`);
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason);
  const out = [...byReason].map(([reason, balances]) => `${namesOf(balances)} (${reasons[reason]})`);
  return [...rest, ...partly, ...(out.length === 0 ? [] : [`not counted: ${out.join(", ")}`])].join("; ");
}

function namesOf(balances: readonly BalanceReference[]): string {
  return [...new Set(balances.map(({ vendor, ref }) => accountLabel(vendor, ref)))].join(", ");
}
