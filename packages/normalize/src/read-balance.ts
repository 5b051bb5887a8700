import { BalanceError, checkMilliseconds, isBalanceError, plainCause, within } from "@openbalance/http";
import type { BalanceAccount } from "./account.ts";
import type { BalanceSnapshot } from "./balance.ts";

export interface ReadOptions {
  /** Milliseconds for the whole read. Absent: the client's own deadline (30 s unless set) holds. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** Reads one account's balance, or rejects with a `BalanceError` that carries the account's label. */
export async function readBalance<Snapshot extends BalanceSnapshot>(
  account: BalanceAccount<Snapshot>,
  options: ReadOptions = {},
): Promise<Snapshot> {
  const { vendor, ref } = account;
  const { signal, timeoutMs } = options;
  const ms = timeoutMs === undefined ? undefined : checkMilliseconds(vendor, "timeoutMs", timeoutMs);
  try {
    if (ms === undefined) return await account.read(signal);
    return await within(ms, signal, expired, (both) => account.read(both));
  } catch (error) {
    throw labelledError(account, error, signal);
  }

  function expired(): BalanceError {
    const message = `${vendor}: the balance was not read within ${ms} ms`;
    return new BalanceError({ code: "timeout", retryable: true, vendor, account: ref, message });
  }
}

function labelledError(
  account: BalanceAccount,
  error: unknown,
  signal: AbortSignal | undefined,
): BalanceError {
  const { vendor, ref } = account;
  if (isBalanceError(error)) return error.forAccount(ref);
  if (signal?.aborted) {
    const message = `${vendor}: the read was aborted by the caller`;
    return new BalanceError({ code: "aborted", vendor, account: ref, message });
  }
  // Only an account of the caller's own making can throw something else.
  const message = `${vendor}: the account's reader threw something that is no BalanceError`;
  return new BalanceError({ code: "vendor_error", vendor, account: ref, message, cause: plainCause(error) });
}
