import { BalanceError, checkSignal, isBalanceError, wordlessCause, within } from "@openbalance/http";
import { checkAccount, type BalanceAccount } from "../model/account.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { checkTimeout, refuseUnknownNames } from "../model/check-options.ts";

export interface ReadOptions {
  /** Milliseconds for the whole read. Absent: the client's own deadline (30 s unless set) holds. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Reads one account's balance, or rejects with a `BalanceError` that carries the account's label. */
export async function readBalance<Snapshot extends BalanceSnapshot>(
  account: BalanceAccount<Snapshot>,
  options: ReadOptions = {},
): Promise<Snapshot> {
  checkAccount("account", account);
  const { signal, timeoutMs } = refuseUnknownNames("options", options, ["timeoutMs", "signal"]);
  checkTimeout("timeoutMs", timeoutMs);
  checkSignal("openbalance", signal);
  return readWithin(account, timeoutMs, signal, `within ${timeoutMs} ms`);
}

/** Reads once; rejects with a labelled `BalanceError`, also when the account's reader heeds no signal. */
export async function readWithin<Snapshot extends BalanceSnapshot>(
  account: BalanceAccount<Snapshot>,
  timeoutMs: number | undefined,
  signal: AbortSignal | undefined,
  limit: string,
): Promise<Snapshot> {
  const expired = (): BalanceError => timeoutError(account, limit);
  try {
    // Where nothing bounds it there is nothing to race against.
    if (timeoutMs === undefined && signal === undefined) return await account.read();
    return await within(timeoutMs, signal, expired, async (both) => account.read(both));
  } catch (error) {
    throw labelledError(account, error, signal);
  }
}

/** The error of an account that was not read in time. */
export function timeoutError({ vendor, ref }: BalanceAccount, limit: string): BalanceError {
  const message = `${vendor}: the balance was not read ${limit}`;
  return new BalanceError({ code: "timeout", retryable: true, vendor, account: ref, message });
}

/** The error of an account whose read was given up. */
export function abortedError({ vendor, ref }: BalanceAccount): BalanceError {
  const message = `${vendor}: the read was aborted by the caller`;
  return new BalanceError({ code: "aborted", vendor, account: ref, message });
}

function labelledError(
  account: BalanceAccount,
  error: unknown,
  signal: AbortSignal | undefined,
): BalanceError {
  const { vendor, ref } = account;
  if (isBalanceError(error)) return error.forAccount(ref);
  if (signal?.aborted) return abortedError(account);
  // Only an account of the caller's own making can throw something else.
  const message = `${vendor}: the account's reader threw something that is no BalanceError`;
  const cause = wordlessCause(error);
  return new BalanceError({ code: "vendor_error", vendor, account: ref, message, cause });
}
