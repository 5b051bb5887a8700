import type { Selection } from "../accounts/select-accounts.ts";
import type { WantedAccount } from "../config/wanted-account.ts";
import { checkThresholds } from "../config/check-thresholds.ts";
import { concerns, type BalanceThreshold } from "../config/threshold.ts";

/** The thresholds of the command line, else those of the configuration that concern the accounts. */
export function selectThresholds(
  given: readonly BalanceThreshold[] | undefined,
  { accounts, configuration }: Selection,
): readonly BalanceThreshold[] {
  if (given !== undefined && given.length > 0) {
    checkThresholds(given, accounts);
    return given;
  }
  return configuration.thresholds.filter((threshold) =>
    accounts.some((account) => concerns(threshold, account)),
  );
}

/** The accounts that a threshold speaks of; no other is worth a request. */
export function concernedAccounts(
  accounts: readonly WantedAccount[],
  thresholds: readonly BalanceThreshold[],
): readonly WantedAccount[] {
  return accounts.filter((account) => thresholds.some((threshold) => concerns(threshold, account)));
}
