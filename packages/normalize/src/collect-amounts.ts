import { configError } from "@openbalance/http";
import type { Asset } from "./asset.ts";
import { amountFields, type AmountField, type Balance, type BalanceSnapshot } from "./balance.ts";
import { checkDecimal, type Decimal } from "./decimal.ts";

/** Which balance of which account. */
export interface BalanceReference {
  readonly vendor: string;
  /** The caller's label of the account. */
  readonly ref: string;
  /** Where in the snapshot's `balances` it stands, from 0. */
  readonly index: number;
}

/** One field of one balance. */
export interface CollectedAmount {
  readonly balance: BalanceReference;
  readonly asset: Asset;
  /** Absent: the vendor does not state it. */
  readonly amount: Decimal | undefined;
  readonly pendingDirection: Balance["pendingDirection"];
  /** The id of the row's pool; undefined for the main row. */
  readonly pool: string | undefined;
  /** The amount is not stated because the vendor says that there is no bound. */
  readonly isUnbounded: boolean;
}

/** The field of every balance, in order. Throws `config` for what is no snapshot or no field. */
export function collectAmounts(
  snapshots: Iterable<BalanceSnapshot>,
  field: AmountField,
): readonly CollectedAmount[] {
  if (!amountFields.includes(field))
    throw configError("openbalance", `\`field\` must be one of ${amountFields.join(", ")}`);
  if (typeof snapshots !== "object" || snapshots === null || !(Symbol.iterator in snapshots)) {
    throw configError("openbalance", "`snapshots` must be an array of snapshots");
  }
  return Array.from(snapshots).flatMap((snapshot, at) => {
    checkSnapshot(`snapshots[${at}]`, snapshot);
    const { vendor, account, balances } = snapshot;
    return balances.map((balance, index) => ({
      balance: { vendor, ref: account.ref, index },
      asset: balance.asset,
      amount: balance[field] === undefined ? undefined : checkDecimal(field, balance[field]),
      pendingDirection: field === "pending" ? balance.pendingDirection : undefined,
      pool: balance.pool?.id,
      isUnbounded: balance[field] === undefined && isUnbounded(balance, field),
    }));
  });
}

/** A credit line or an allowance without a bound leaves nothing to state. */
function isUnbounded({ unlimited = [], availableIncludesCredit }: Balance, field: AmountField): boolean {
  if (field === "creditLimit") return unlimited.includes("creditLimit");
  if (field !== "available") return false;
  const includesCredit = availableIncludesCredit === true && unlimited.includes("creditLimit");
  return includesCredit || unlimited.includes("quota.limit");
}

/** Whether the asset is one about which nothing is known, so that no two of it may be added. */
export function isUnnamed(asset: Asset): boolean {
  return asset.kind === "unknown" && asset.code === undefined;
}

/** Refuses what is no asset id; an asset itself is a likely mistake. */
export function checkAssetId(argument: string, id: unknown): string {
  if (typeof id === "string" && id !== "") return id;
  throw configError("openbalance", `\`${argument}\` must be an asset's id, such as iso4217:USD`);
}

/** Refuses what is no snapshot, naming where it was given. */
export function checkSnapshot(argument: string, snapshot: unknown): asserts snapshot is BalanceSnapshot {
  const isObject = typeof snapshot === "object" && snapshot !== null;
  if (isObject && Reflect.get(snapshot, "schema") === "balance/1") return;
  throw configError(
    "openbalance",
    `\`${argument}\` must be a snapshot, as readBalance or a decoder gives it`,
  );
}
