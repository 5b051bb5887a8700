import { accountLabel } from "../accounts/account-label.ts";
import type { Selection } from "../accounts/select-accounts.ts";
import type { WantedAccount } from "../accounts/wanted-account.ts";
import { didYouMean } from "../did-you-mean.ts";
import { UsageError } from "../usage-error.ts";
import { concerns, type BalanceThreshold } from "./threshold.ts";

/** The thresholds of the command line, else those of the configuration that concern the accounts. */
export function selectThresholds(
  given: readonly BalanceThreshold[] | undefined,
  { accounts, configuration }: Selection,
): readonly BalanceThreshold[] {
  if (given !== undefined && given.length > 0) {
    for (const threshold of given) checkConcerned(threshold, accounts);
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

function checkConcerned(threshold: BalanceThreshold, accounts: readonly WantedAccount[]): void {
  if (accounts.some((account) => concerns(threshold, account))) return;
  const { vendor, account = vendor } = threshold;
  const names = accounts.map((each) => (threshold.account === undefined ? each.vendor : each.ref));
  const wanted = threshold.account === undefined ? vendor : account;
  throw new UsageError(
    `no account is configured for the threshold of ${accountLabel(vendor, account)}${didYouMean(wanted, names)}`,
  );
}
