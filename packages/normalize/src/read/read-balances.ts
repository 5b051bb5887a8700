import { configError } from "@openbalance/http";
import { checkAccount, type BalanceAccount, type SnapshotOf } from "../model/account.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { checkFunction } from "../model/check-options.ts";
import { checkReadManyOptions, type ReadManyOptions } from "./read-options.ts";
import { ReadQueue } from "./read-queue.ts";
import { readResult, type BalanceResult } from "./read-result.ts";

export interface BalanceReport<Snapshot extends BalanceSnapshot = BalanceSnapshot> {
  readonly schema: "balance-report/1";
  /** True only when every account was read. */
  readonly complete: boolean;
  /** In the order of the accounts. */
  readonly results: readonly BalanceResult<Snapshot>[];
}

export interface ReadBalancesOptions<
  Snapshot extends BalanceSnapshot = BalanceSnapshot,
> extends ReadManyOptions {
  /** Called with every result as soon as it is known, in the order they come. One that throws changes nothing. */
  readonly onResult?: ((result: BalanceResult<Snapshot>, progress: ReadProgress) => void) | undefined;
}

/** How far the reading of many accounts has come. */
export interface ReadProgress {
  /** Which account the result is of, from 0. */
  readonly index: number;
  /** How many accounts have a result, this one included. */
  readonly done: number;
  readonly total: number;
}

/**
 * Reads many accounts, each on its own: one that fails is a result, not a rejection.
 * Rejects only with `config`, for an argument that is wrong.
 */
export async function readBalances<const Account extends BalanceAccount>(
  accounts: readonly Account[],
  options: ReadBalancesOptions<SnapshotOf<Account>> = {},
): Promise<BalanceReport<SnapshotOf<Account>>> {
  if (!Array.isArray(accounts)) throw configError("openbalance", "`accounts` must be an array of accounts");
  for (const [index, account] of accounts.entries()) checkAccount(`accounts[${index}]`, account);
  const { concurrency, bounds } = checkReadManyOptions(options, ["onResult"]);
  const { onResult } = options;
  checkFunction("onResult", onResult);
  // An account's type names the snapshot it gives, which the compiler cannot follow backwards.
  const typed = [...accounts] as unknown as readonly BalanceAccount<SnapshotOf<Account>>[];
  const results: BalanceResult<SnapshotOf<Account>>[] = [];
  const waiting = typed.entries();
  const total = typed.length;
  let done = 0;

  async function readOne(index: number, account: BalanceAccount<SnapshotOf<Account>>): Promise<void> {
    const result = await readResult(account, bounds);
    results[index] = result;
    done += 1;
    const progress: ReadProgress = { index, done, total };
    tell(() => onResult?.(result, progress));
  }
  await new Promise<void>((resolve, reject) => {
    const queue = new ReadQueue(concurrency, bounds, fill);
    function fill(): void {
      while (queue.hasRoom) {
        const { value: next } = waiting.next();
        if (next === undefined) break;
        const [index, account] = next;
        queue.add(account, async () => readOne(index, account).catch(reject));
      }
      if (done < total) return;
      queue.close();
      resolve();
    }
    fill();
  });
  return { schema: "balance-report/1", complete: results.every(({ ok }) => ok), results };
}

/** Calls the caller's observer; what it throws or rejects with is not part of the reading. */
function tell(observer: () => unknown): void {
  // A promise, since an async observer would otherwise end the process with an unhandled rejection.
  new Promise((resolve) => {
    resolve(observer());
  }).catch(() => undefined);
}
