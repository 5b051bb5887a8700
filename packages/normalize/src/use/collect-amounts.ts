import { configError } from "@openbalance/http";
import type { Asset } from "../model/asset.ts";
import { isOfOtherScope, type BalanceReference } from "./balance-reference.ts";
import { amountFields, type AmountField, type Balance, type BalanceSnapshot } from "../model/balance.ts";
import { checkDecimal, type Decimal } from "../model/decimal.ts";
import { leftOf } from "./left.ts";

/** What can be added up: a field that a balance states, or what is left of it. */
export type CountedField = AmountField | "left";

/** Why a balance is in no sum. */
export type LeftOutReason =
  /** The vendor does not state the field, so that the sum is a sum without it. */
  | "not_stated"
  /** The vendor says that nothing bounds it. */
  | "unlimited"
  /** A cap or a quota, which is no money. */
  | "allowance"
  /** Funds of a test mode. */
  | "test"
  /** It belongs to a pool, which is money for a purpose, and pools were not asked for. */
  | "pool"
  /** It is the share of a key, a project or a team, and not the account's. */
  | "scope"
  /** Another snapshot of the same account, by the vendor's id of it, is counted already. */
  | "already_counted";

/** A balance that is in no sum. */
export interface LeftOutBalance extends BalanceReference {
  readonly reason: LeftOutReason;
  /** The label of the account that is counted in its place; for `already_counted` alone. */
  readonly countedAs?: string;
}

/** One field of one balance: an amount that counts, or the reason why it does not. */
export interface CollectedAmount {
  readonly reference: BalanceReference;
  readonly asset: Asset;
  /** What the balance states, counted or not. Absent: nothing. */
  readonly amount?: Decimal;
  readonly pendingDirection: Balance["pendingDirection"];
  /** Whether the amount holds a credit line. */
  readonly includesCredit: boolean;
  /** Absent: it counts. */
  readonly leftOut?: LeftOutBalance;
}

/** The field of every balance, in order. Throws `config` for what is no snapshot or no field. */
export function collectAmounts(
  snapshots: Iterable<BalanceSnapshot>,
  field: CountedField,
  includePools = false,
): readonly CollectedAmount[] {
  if (field !== "left" && !amountFields.includes(field))
    throw configError("openbalance", `\`field\` must be one of left, ${amountFields.join(", ")}`);
  if (typeof snapshots !== "object" || snapshots === null || !(Symbol.iterator in snapshots)) {
    throw configError("openbalance", "`snapshots` must be an array of snapshots");
  }
  const countedOf = new Map<string, { readonly ref: string; readonly at: number }>();
  return Array.from(snapshots).flatMap((snapshot, at) => {
    checkSnapshot(`snapshots[${at}]`, snapshot);
    return snapshot.balances.map((balance, index): CollectedAmount => {
      const { amount, includesCredit, isUnlimited } = amountOf(balance, field);
      const reference = { vendor: snapshot.vendor, ref: snapshot.account.ref, index };
      const pendingDirection = field === "pending" ? balance.pendingDirection : undefined;
      const collected = { reference, asset: balance.asset, pendingDirection, includesCredit };
      const stated = amount === undefined ? collected : { ...collected, amount };
      const reason = reasonAgainst(snapshot, balance, includePools);
      const leaveOut = (why: LeftOutReason, countedAs?: string): CollectedAmount => {
        const label = countedAs === undefined ? {} : { countedAs };
        return { ...stated, leftOut: { ...reference, reason: why, ...label } };
      };
      if (reason !== undefined) return leaveOut(reason);
      if (amount === undefined) return leaveOut(isUnlimited ? "unlimited" : "not_stated");
      const identity = identityOf(snapshot, balance);
      if (identity === undefined) return stated;
      const counted = countedOf.get(identity) ?? { ref: snapshot.account.ref, at };
      countedOf.set(identity, counted);
      // Several rows of one reply are what the vendor lists, once each.
      return counted.at === at ? stated : leaveOut("already_counted", counted.ref);
    });
  });
}

/** A field of a balance, and what is known where it states no amount. */
export function amountOf(
  balance: Balance,
  field: CountedField,
): { readonly amount?: Decimal; readonly includesCredit: boolean; readonly isUnlimited: boolean } {
  if (field === "left") {
    const left = leftOf(balance);
    const isUnlimited = left !== undefined && left.amount === undefined;
    return { ...left, includesCredit: left?.includesCredit === true, isUnlimited };
  }
  const includesCredit = field === "available" && balance.availableIncludesCredit === true;
  const stated = balance[field];
  if (stated === undefined) return { includesCredit, isUnlimited: hasNoBound(balance, field) };
  return { amount: checkDecimal(field, stated), includesCredit, isUnlimited: false };
}

/** A credit line or an allowance without a bound leaves nothing to state. */
function hasNoBound({ unlimited = [], availableIncludesCredit }: Balance, field: AmountField): boolean {
  if (field === "creditLimit") return unlimited.includes("creditLimit");
  if (field !== "available") return false;
  const includesCredit = availableIncludesCredit === true && unlimited.includes("creditLimit");
  return includesCredit || unlimited.includes("quota.limit");
}

function reasonAgainst(
  snapshot: BalanceSnapshot,
  balance: Balance,
  includePools: boolean,
): LeftOutReason | undefined {
  if (balance.kind === "test") return "test";
  if (balance.kind === "allowance") return "allowance";
  if (isOfOtherScope(snapshot, balance)) return "scope";
  return balance.pool !== undefined && !includePools ? "pool" : undefined;
}

/** What tells a balance from all others of the vendor; undefined where the vendor does not name the account. */
function identityOf(
  { vendor, account }: BalanceSnapshot,
  { asset, pool, scope }: Balance,
): string | undefined {
  if (account.id === undefined) return undefined;
  return JSON.stringify([vendor, account.scope, account.id, asset.id, pool?.id, scope]);
}

/** Whether the asset is one about which nothing is known, so that no two of it may be added. */
export function isUnnamed(asset: Asset): boolean {
  return asset.kind === "unknown" && asset.code === undefined;
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
