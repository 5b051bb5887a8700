import type { Asset } from "./asset.ts";
import type { AmountField, Balance, BalanceSnapshot } from "./balance.ts";
import { collectAmounts, isUnnamed, type BalanceReference } from "./collect-amounts.ts";
import { addDecimal, type Decimal } from "./decimal.ts";
import { refuseUnknownNames } from "./read-options.ts";

/** The sum of one field over all balances of one asset. */
export interface AssetSum {
  readonly asset: Asset;
  /** Absent: no balance of this asset states the field. It is not zero. */
  readonly amount?: Decimal;
  /** For `pending` alone, where what comes in and what goes out are never added. Absent: the vendors do not say. */
  readonly pendingDirection?: "in" | "out";
  /** The balances in the sum. */
  readonly counted: readonly BalanceReference[];
  /** The balances that do not state the field, so that the sum is a sum without them. */
  readonly missing: readonly BalanceReference[];
  /** The balances of this asset that stand in a pool and were not asked for. */
  readonly leftOut: readonly BalanceReference[];
}

export interface SumOptions {
  /** Adds what stands in a pool, such as a grant for one purpose, to the rest. It is left out by default. */
  readonly includePools?: boolean;
}

interface Group {
  readonly asset: Asset;
  readonly pendingDirection: Balance["pendingDirection"];
  amount: Decimal | undefined;
  readonly counted: BalanceReference[];
  readonly missing: BalanceReference[];
  readonly leftOut: BalanceReference[];
}

/**
 * Adds one field up, exactly, per asset id, in the order in which the assets first appear. Equivalents are
 * the same funds in another unit and are never added; balances of an asset that no vendor named stay apart, and
 * so do those in a pool, which are money for a purpose.
 * Throws `config` for an argument that is wrong.
 */
export function sumBalances(
  snapshots: Iterable<BalanceSnapshot>,
  field: AmountField,
  options: SumOptions = {},
): readonly AssetSum[] {
  refuseUnknownNames("options", options, ["includePools"]);
  const groups = new Map<string, Group>();
  for (const [index, collected] of collectAmounts(snapshots, field).entries()) {
    const { asset, amount, balance, pendingDirection, pool } = collected;
    // Two unnamed assets of one vendor share an id, and may be two currencies all the same.
    const key = JSON.stringify([asset.id, pendingDirection, isUnnamed(asset) ? index : undefined]);
    const group = groups.get(key) ?? {
      asset,
      pendingDirection,
      amount: undefined,
      counted: [],
      missing: [],
      leftOut: [],
    };
    groups.set(key, group);
    if (pool !== undefined && options.includePools !== true) {
      group.leftOut.push(balance);
      continue;
    }
    (amount === undefined ? group.missing : group.counted).push(balance);
    if (amount !== undefined) group.amount = addDecimal(group.amount ?? "0", amount);
  }
  return Array.from(groups.values(), toSum);
}

function toSum({ asset, pendingDirection, amount, counted, missing, leftOut }: Group): AssetSum {
  return {
    asset,
    ...(amount === undefined ? {} : { amount }),
    ...(pendingDirection === undefined ? {} : { pendingDirection }),
    counted,
    missing,
    leftOut,
  };
}
