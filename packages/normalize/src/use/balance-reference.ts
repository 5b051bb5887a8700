import type { BalanceScope, Balance, BalanceSnapshot } from "../model/balance.ts";

/** Which balance of which account. */
export interface BalanceReference {
  readonly vendor: string;
  /** The caller's label of the account. */
  readonly ref: string;
  /** Its place in the snapshot's `balances`, from 0. */
  readonly index: number;
}

/** Whose figures a balance holds: its own word, else that of its account. */
export function scopeOf({ account }: BalanceSnapshot, balance: Balance): BalanceScope {
  return balance.scope ?? account.scope ?? "account";
}

/** Whether a balance is a share of the account that was read, or of one that no reply names. */
export function isOfOtherScope(snapshot: BalanceSnapshot, balance: Balance): boolean {
  const scope = scopeOf(snapshot, balance);
  // What one key may use is a share of an account, even where nothing but the key was asked for.
  return scope === "key" || scope !== (snapshot.account.scope ?? "account");
}
