import {
  sumBalances,
  type Asset,
  type BalanceReference,
  type BalanceReport,
  type Decimal,
} from "@openbalance/normalize";
import { accountLabel } from "../accounts/account-label.ts";

const fields = ["total", "available", "held", "due"] as const;

/** What all accounts together hold of one asset. */
export interface SumRow {
  readonly asset: Asset;
  readonly accounts: string;
  readonly sums: { readonly [Field in (typeof fields)[number]]?: Decimal };
  /** What the sums leave out. */
  readonly note: string;
}

/** One row for every asset, added up exactly; what is missing from a sum is said beside it. */
export function sumRows({ results, complete }: BalanceReport): readonly SumRow[] {
  const snapshots = results.flatMap((result) => (result.ok ? [result.snapshot] : []));
  const sums = fields.map((field) => sumBalances(snapshots, field));
  return (sums[0] ?? []).map(({ asset, counted, missing, leftOut }, index) => {
    const ofAsset = fields.map((field, place) => [field, sums[place]?.[index]] as const);
    const stated = ofAsset.flatMap(([field, sum]) =>
      sum?.amount === undefined ? [] : [[field, sum.amount]],
    );
    const partly = ofAsset.flatMap(([field, sum]) =>
      sum?.amount !== undefined && sum.missing.length > 0 ? [`${field} without ${namesOf(sum.missing)}`] : [],
    );
    // The same for every field: what stands in a pool is in none of the sums.
    const pools = leftOut.length === 0 ? [] : [`pools of ${namesOf(leftOut)} left out`];
    const balances = counted.length + missing.length;
    return {
      asset,
      accounts: balances === 1 ? "1 balance" : `${balances} balances`,
      sums: Object.fromEntries(stated),
      note: [
        ...partly,
        ...pools,
        ...(complete || index > 0 ? [] : ["all sums are without what failed"]),
      ].join("; "),
    };
  });
}

function namesOf(balances: readonly BalanceReference[]): string {
  return [...new Set(balances.map(({ vendor, ref }) => accountLabel(vendor, ref)))].join(", ");
}
