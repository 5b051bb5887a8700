import { checkSignal } from "@openbalance/http";
import { checkAccount, type BalanceAccount } from "../model/account.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { checkTimeout, refuseUnknownNames } from "../model/check-options.ts";
import { ReadQueue } from "./read-queue.ts";
import { checkConcurrency, type ReadManyOptions } from "./read-options.ts";
import { readResult, type BalanceResult } from "./read-result.ts";
import type { ReadOptions } from "./read-balance.ts";

/** Reads accounts whenever it is asked to, for a process that runs on: all that it reads takes turns. */
export interface BalanceReader {
  /** How many reads are under way or wait for their turn. */
  readonly size: number;
  /**
   * Reads one account when it is its turn, and gives a result as `readBalances` does. `timeoutMs` counts from when the
   * read begins; `signal` gives up a read that waits, too.
   */
  read<Snapshot extends BalanceSnapshot>(
    account: BalanceAccount<Snapshot>,
    options?: ReadOptions,
  ): Promise<BalanceResult<Snapshot>>;
}

/** Creates a reader of at most `concurrency` accounts at a time. Throws `config` for an option that is wrong. */
export function createBalanceReader(options: Pick<ReadManyOptions, "concurrency"> = {}): BalanceReader {
  const own = refuseUnknownNames("options", options, ["concurrency"]);
  const unbounded = {
    accountTimeoutMs: undefined,
    timeoutMs: undefined,
    endsAtMs: Infinity,
    signal: undefined,
  };
  const queue = new ReadQueue(checkConcurrency(own.concurrency), unbounded, () => undefined);
  return {
    get size() {
      return queue.size;
    },
    async read(account, readOptions = {}) {
      checkAccount("account", account);
      const { timeoutMs, signal } = refuseUnknownNames("options", readOptions, ["timeoutMs", "signal"]);
      checkTimeout("timeoutMs", timeoutMs);
      checkSignal("openbalance", signal);
      const bounds = { ...unbounded, accountTimeoutMs: timeoutMs, signal };
      return new Promise((resolve, reject) => {
        let isBegun = false;
        // Once the signal aborts there is nothing to wait for: the read says so.
        const begin = async (): Promise<void> => {
          if (isBegun) return;
          isBegun = true;
          signal?.removeEventListener("abort", begin);
          await readResult(account, bounds).then(resolve, reject);
        };
        signal?.addEventListener("abort", begin);
        if (signal?.aborted) void begin();
        else queue.add(account, begin, () => isBegun);
      });
    },
  };
}
