import {
  type BalanceError,
  isBalanceError,
  readBalances,
  type BalanceAccount,
  type BalanceReport,
  type BalanceResult,
} from "@openbalance/normalize";
import { accountLabel } from "../config/account-label.ts";
import type { WantedAccount } from "../config/wanted-account.ts";

/** An account that was opened, or why it could not be. */
export type OpenedAccount =
  | { readonly wanted: WantedAccount; readonly account: BalanceAccount }
  | { readonly wanted: WantedAccount; readonly error: BalanceError };

export interface ReadAccountsOptions {
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called as accounts are done, with what is still under way. */
  readonly onProgress?: ((done: number, total: number, underWay: readonly string[]) => void) | undefined;
}

/** Opens accounts. One that cannot be opened is an error in its place. Open once, read often. */
export function openAccounts(wanted: readonly WantedAccount[]): Promise<readonly OpenedAccount[]> {
  return Promise.all(
    wanted.map(async (each): Promise<OpenedAccount> => {
      try {
        return { wanted: each, account: await each.open() };
      } catch (error) {
        if (isBalanceError(error)) return { wanted: each, error };
        throw error;
      }
    }),
  );
}

/** Reads what was opened, all at once; what was not is a failed result in its place. */
export async function readAccounts(
  opened: readonly OpenedAccount[],
  { timeoutMs, signal, onProgress }: ReadAccountsOptions = {},
): Promise<BalanceReport> {
  const accounts = opened.flatMap((each) => ("account" in each ? [each.account] : []));
  const underWay = new Set(accounts);
  const tell = (): void => onProgress?.(accounts.length - underWay.size, accounts.length, labels(underWay));
  tell();
  const report = await readBalances(accounts, {
    timeoutMs,
    signal,
    onResult: (_result, { index }) => {
      const finished = accounts[index];
      if (finished !== undefined) underWay.delete(finished);
      tell();
    },
  });
  const read = report.results.values();
  const results = opened.map((each) => ("account" in each ? nextOf(read) : failed(each.wanted, each.error)));
  return { schema: "balance-report/1", complete: results.every(({ ok }) => ok), results };
}

function labels(accounts: ReadonlySet<BalanceAccount>): readonly string[] {
  return [...accounts].map(({ vendor, ref }) => accountLabel(vendor, ref));
}

function failed({ vendor, ref }: WantedAccount, error: BalanceError): BalanceResult {
  return { ok: false, account: { vendor, ref }, error };
}

function nextOf(results: Iterator<BalanceResult, undefined>): BalanceResult {
  const { value } = results.next();
  if (value === undefined) throw new TypeError("readBalances gave fewer results than accounts");
  return value;
}
