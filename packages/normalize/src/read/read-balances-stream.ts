import { configError } from "@openbalance/http";
import type { BalanceAccount, SnapshotOf } from "../model/account.ts";
import { BalanceStream, type AccountSource, type StreamedResult } from "./balance-stream.ts";
import { checkReadManyOptions, type ReadManyOptions } from "./read-options.ts";

/**
 * Reads accounts from a source that may be endless or larger than memory, and gives each result as soon as
 * it is known: in the order they come, not in the order of the accounts, since one slow account would
 * otherwise hold up, or pile up, all that come after it. `index` says which account a result is of.
 *
 * At most `concurrency` accounts, and 1,000 more whose keys have to wait for their turn, are taken from the
 * source and not yet handed out as results, so a slow consumer slows the reading down. Leaving the loop early aborts what still runs and closes the source.
 * When `signal` aborts, or `timeoutMs` (counted from the call) are over, what was begun ends as `aborted` or
 * `timeout` results; if the source was not at its end by then, the stream rejects with that code, so that
 * one cut short never looks complete. What the source itself throws is thrown after the results of all that
 * was begun.
 *
 * Throws `config` at once for an option that is wrong, and rejects with it for an account that is none.
 */
export function readBalancesStream<Account extends BalanceAccount>(
  accounts: Iterable<Account> | AsyncIterable<Account>,
  options: ReadManyOptions = {},
): AsyncIterableIterator<StreamedResult<SnapshotOf<Account>>, undefined> {
  const { concurrency, bounds } = checkReadManyOptions(options, []);
  // An account's type names the snapshot it gives, which the compiler cannot follow backwards.
  const source = openSource(accounts) as unknown as AccountSource<SnapshotOf<Account>>;
  return new BalanceStream(source, concurrency, bounds);
}

function openSource<Account>(
  accounts: Iterable<Account> | AsyncIterable<Account>,
): Iterator<Account> | AsyncIterator<Account> {
  if (typeof accounts === "object" && accounts !== null) {
    if (Symbol.asyncIterator in accounts) return accounts[Symbol.asyncIterator]();
    if (Symbol.iterator in accounts) return accounts[Symbol.iterator]();
  }
  throw configError("openbalance", "`accounts` must be iterable, in one go or asynchronously");
}
