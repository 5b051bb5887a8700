import type { Asset } from "../model/asset.ts";
import { assetIdOf, type AssetReference } from "./asset-reference.ts";
import type { BalanceReference } from "./balance-reference.ts";
import type { Balance, BalanceSnapshot } from "../model/balance.ts";
import { collectAmounts, isUnnamed, type CountedField, type LeftOutBalance } from "./collect-amounts.ts";
import { addDecimal, type Decimal } from "../model/decimal.ts";
import { refuseUnknownNames } from "../model/check-options.ts";

/** What all accounts together have of one asset. Every balance of it is either counted or left out, once. */
export interface AssetSum {
  readonly asset: Asset;
  /** Absent: no balance of this asset counts. It is not zero. */
  readonly amount?: Decimal;
  /** For `pending` alone, where what comes in and what goes out are never added. Absent: the vendors do not say. */
  readonly pendingDirection?: "in" | "out";
  /** The balances in the sum. */
  readonly counted: readonly BalanceReference[];
  /** Those of them whose amount holds a credit line. */
  readonly withCredit: readonly BalanceReference[];
  /** The balances of this asset that are not in the sum, each with the reason. */
  readonly leftOut: readonly LeftOutBalance[];
}

export interface SumOptions {
  /** Adds what belongs to a pool, such as a grant for one purpose, to the rest. It is left out by default. */
  readonly includePools?: boolean | undefined;
  /** The one asset to add up. Absent: all of them. */
  readonly asset?: AssetReference | undefined;
}

interface Group {
  readonly asset: Asset;
  readonly pendingDirection: Balance["pendingDirection"];
  amount: Decimal | undefined;
  readonly counted: BalanceReference[];
  readonly withCredit: BalanceReference[];
  readonly leftOut: LeftOutBalance[];
}

/**
 * Adds up what is left, or one field, exactly, per asset id, in the order in which the assets first appear. Only funds
 * of the accounts themselves count: no allowance, no test money, no share of a key, no pool unless asked for, and no
 * account twice. Equivalents are the same funds in another unit and are never added; balances of an asset that no vendor
 * named stay apart. Throws `config` for an argument that is wrong.
 */
export function sumBalances(
  snapshots: Iterable<BalanceSnapshot>,
  field: CountedField = "left",
  options: SumOptions = {},
): readonly AssetSum[] {
  const own = refuseUnknownNames("options", options, ["includePools", "asset"]);
  const amounts = collectAmounts(snapshots, field, own.includePools === true);
  const assets = amounts.map(({ asset }) => asset);
  const wanted = own.asset === undefined ? undefined : assetIdOf("asset", own.asset, assets);
  const groups = new Map<string, Group>();
  for (const [index, { asset, amount, reference, leftOut, ...collected }] of amounts.entries()) {
    if (wanted !== undefined && asset.id !== wanted) continue;
    const { pendingDirection, includesCredit } = collected;
    // Two unnamed assets of one vendor share an id, and may be two currencies all the same.
    const key = JSON.stringify([asset.id, pendingDirection, isUnnamed(asset) ? index : undefined]);
    const group = groups.get(key) ?? emptyGroup(asset, pendingDirection);
    groups.set(key, group);
    if (leftOut !== undefined) group.leftOut.push(leftOut);
    if (leftOut !== undefined || amount === undefined) continue;
    group.counted.push(reference);
    if (includesCredit) group.withCredit.push(reference);
    group.amount = addDecimal(group.amount ?? "0", amount);
  }
  return Array.from(groups.values(), toSum);
}

function emptyGroup(asset: Asset, pendingDirection: Balance["pendingDirection"]): Group {
  return { asset, pendingDirection, amount: undefined, counted: [], withCredit: [], leftOut: [] };
}

function toSum({ amount, pendingDirection, ...group }: Group): AssetSum {
  return {
    ...group,
    ...(amount === undefined ? {} : { amount }),
    ...(pendingDirection === undefined ? {} : { pendingDirection }),
  };
}
