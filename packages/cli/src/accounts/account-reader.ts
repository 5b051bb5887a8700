import { createBalanceReader, type BalanceResult } from "@openbalance/normalize";
import type { WantedAccount } from "../config/wanted-account.ts";
import { failedResult, openAccount } from "./open-account.ts";

/** What bounds one reading. */
export interface ReadingLimits {
  /** For its secrets, and then for the reading from when its turn comes. */
  readonly timeoutMs?: number | undefined;
  readonly signal: AbortSignal;
}

/** Reads one account for a command that runs on. One that cannot be opened is a failed result. */
export type AccountReader = (wanted: WantedAccount, limits: ReadingLimits) => Promise<BalanceResult>;

/** Creates a reader that all accounts of a command take turns at. */
export function createAccountReader(concurrency: number | undefined): AccountReader {
  const reader = createBalanceReader({ concurrency });
  return async (wanted, limits) => {
    const opened = await openAccount(wanted, limits);
    return "error" in opened ? failedResult(wanted, opened.error) : reader.read(opened.account, limits);
  };
}
