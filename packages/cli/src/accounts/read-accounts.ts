import {
  BalanceError,
  isBalanceError,
  readBalancesStream,
  type BalanceAccount,
  type BalanceReport,
  type BalanceResult,
} from "@openbalance/normalize";
import { accountLabel } from "../config/account-label.ts";
import type { WantedAccount } from "../config/wanted-account.ts";
import { asTheyCome } from "../runtime/as-they-come.ts";
import { failedResult, openAccount, type OpenedAccount } from "./open-account.ts";

export interface ReadAccountsOptions {
  /** For all of them together, their secrets included. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How many are read at a time. */
  readonly concurrency?: number | undefined;
  /** Called as accounts are done, with what is still under way. */
  readonly onProgress?: ((done: number, total: number, underWay: readonly string[]) => void) | undefined;
}

const mostShown = 20;

interface Opening {
  readonly wanted: WantedAccount;
  readonly opened: OpenedAccount;
}

/** Reads accounts, each as soon as its secrets have come. One that cannot be opened is a failed result in its place. */
export async function readAccounts(
  wanted: readonly WantedAccount[],
  { timeoutMs, signal, concurrency, onProgress }: ReadAccountsOptions = {},
): Promise<BalanceReport> {
  const results = new Map<WantedAccount, BalanceResult>();
  const underWay = new Set(wanted);
  const tell = (): void => {
    // A line of progress has room for a few.
    onProgress?.(results.size, wanted.length, firstLabels(underWay));
  };
  const finish = (each: WantedAccount, result: BalanceResult): void => {
    results.set(each, result);
    underWay.delete(each);
    tell();
  };
  tell();
  const openings = wanted.map(async (each): Promise<Opening> => {
    return { wanted: each, opened: await openAccount(each, { timeoutMs, signal }) };
  });
  const taken: WantedAccount[] = [];
  async function* accounts(): AsyncGenerator<BalanceAccount, undefined> {
    for await (const { wanted: each, opened } of asTheyCome(openings)) {
      if ("error" in opened) {
        finish(each, failedResult(each, opened.error));
      } else {
        taken.push(each);
        yield opened.account;
      }
    }
    return undefined;
  }
  try {
    for await (const { index, ...result } of readBalancesStream(accounts(), {
      concurrency,
      timeoutMs,
      signal,
    })) {
      const each = taken[index];
      if (each !== undefined) finish(each, result);
    }
  } catch (error) {
    // It was over while a secret was waited for, and what is not read then says so itself.
    if (!isBalanceError(error) || error.code === "config") throw error;
  }
  const ordered = (await Promise.all(openings)).map((opening) => {
    return results.get(opening.wanted) ?? failedResult(opening.wanted, whyNotRead(opening, signal));
  });
  return { schema: "balance-report/1", complete: ordered.every(({ ok }) => ok), results: ordered };
}

function firstLabels(accounts: ReadonlySet<WantedAccount>): readonly string[] {
  const labels: string[] = [];
  for (const each of accounts) if (labels.push(labelOf(each)) === mostShown) break;
  return labels;
}

function labelOf({ vendor, ref }: WantedAccount): string {
  return accountLabel(vendor, ref);
}

function whyNotRead({ wanted, opened }: Opening, signal: AbortSignal | undefined): BalanceError {
  if ("error" in opened) return opened.error;
  const { vendor, ref: account } = wanted;
  const code = signal?.aborted === true ? "aborted" : "timeout";
  return new BalanceError({
    code,
    vendor,
    account,
    message: `${vendor}: its secret came too late to read it`,
  });
}
