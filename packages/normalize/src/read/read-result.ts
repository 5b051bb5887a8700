import { isBalanceError, type BalanceError } from "@openbalance/http";
import type { BalanceAccount } from "../model/account.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { abortedError, readWithin, timeoutError } from "./read-balance.ts";
import type { ReadBounds } from "./read-options.ts";

/** What one account gave: a snapshot, or the error in its place. */
export type BalanceResult<Snapshot extends BalanceSnapshot = BalanceSnapshot> =
  | { readonly ok: true; readonly account: AccountLabel; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly account: AccountLabel; readonly error: BalanceError };

/** Which account a result belongs to. */
export interface AccountLabel {
  readonly vendor: string;
  readonly ref: string;
}

/** Reads one account among many; fails only in its result. Nothing is sent once time is up or the read given up. */
export async function readResult<Snapshot extends BalanceSnapshot>(
  account: BalanceAccount<Snapshot>,
  { accountTimeoutMs, timeoutMs, endsAtMs, signal }: ReadBounds,
): Promise<BalanceResult<Snapshot>> {
  const label: AccountLabel = { vendor: account.vendor, ref: account.ref };
  const leftMs = endsAtMs - performance.now();
  const ofAll = `before the ${timeoutMs} ms for all accounts were over`;
  if (signal?.aborted) return { ok: false, account: label, error: abortedError(account) };
  if (leftMs <= 0) return { ok: false, account: label, error: timeoutError(account, ofAll) };
  const boundByAll = accountTimeoutMs === undefined || leftMs < accountTimeoutMs;
  const limitMs = boundByAll ? leftMs : accountTimeoutMs;
  try {
    const snapshot = await readWithin(
      account,
      limitMs === Infinity ? undefined : Math.max(1, Math.ceil(limitMs)),
      signal,
      boundByAll ? ofAll : `within ${accountTimeoutMs} ms`,
    );
    return { ok: true, account: label, snapshot };
  } catch (error) {
    if (isBalanceError(error)) return { ok: false, account: label, error };
    throw error;
  }
}
