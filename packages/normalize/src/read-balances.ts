import { checkMilliseconds, configError, isBalanceError, type BalanceError } from "@openbalance/http";
import type { BalanceAccount } from "./account.ts";
import type { BalanceSnapshot } from "./balance.ts";
import { readBalance } from "./read-balance.ts";

/** What one account gave: a snapshot, or the error in its place. */
export type BalanceResult =
  | { readonly ok: true; readonly account: AccountLabel; readonly snapshot: BalanceSnapshot }
  | { readonly ok: false; readonly account: AccountLabel; readonly error: BalanceError };

export interface AccountLabel {
  readonly vendor: string;
  readonly ref: string;
}

export interface BalanceReport {
  readonly schema: "balance-report/1";
  /** True only when every account was read. */
  readonly complete: boolean;
  /** In the order of the accounts. */
  readonly results: readonly BalanceResult[];
}

export interface ReadBalancesOptions {
  /** How many accounts are read at a time. Default 8. */
  readonly concurrency?: number;
  /** Milliseconds for all of them together; those not read by then are `timeout` results. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Reads many accounts, each on its own: one that fails is a result, not a rejection.
 * Rejects only with `config`, for an option that is wrong.
 */
export async function readBalances(
  accounts: readonly BalanceAccount[],
  options: ReadBalancesOptions = {},
): Promise<BalanceReport> {
  const { concurrency = 8, timeoutMs, signal } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw configError("openbalance", "`concurrency` must be a whole number, at least 1");
  }
  const results: BalanceResult[] = [];
  const endsAtMs =
    timeoutMs === undefined
      ? undefined
      : performance.now() + checkMilliseconds("openbalance", "timeoutMs", timeoutMs);
  const queue = accounts.entries();

  async function readNext(): Promise<void> {
    for (const [index, account] of queue) {
      const leftMs =
        endsAtMs === undefined ? undefined : Math.max(1, Math.ceil(endsAtMs - performance.now()));
      results[index] = await readResult(account, leftMs, signal);
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, accounts.length) }, readNext));
  return { schema: "balance-report/1", complete: results.every(({ ok }) => ok), results };
}

async function readResult(
  account: BalanceAccount,
  timeoutMs: number | undefined,
  signal: AbortSignal | undefined,
): Promise<BalanceResult> {
  const label = { vendor: account.vendor, ref: account.ref };
  const readOptions = {
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    return { ok: true, account: label, snapshot: await readBalance(account, readOptions) };
  } catch (error) {
    if (isBalanceError(error)) return { ok: false, account: label, error };
    throw error;
  }
}
