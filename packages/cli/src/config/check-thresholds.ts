import { accountLabel } from "./account-label.ts";
import type { WantedAccount } from "./wanted-account.ts";
import { didYouMean } from "../runtime/did-you-mean.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { objectionTo } from "./threshold-objection.ts";
import { concerns, subjectOf, type BalanceThreshold } from "./threshold.ts";

/** Refuses thresholds that could never be answered: a threshold that nothing holds is worse than none. */
export function checkThresholds(
  thresholds: readonly BalanceThreshold[],
  accounts: readonly WantedAccount[],
): void {
  const seen = new Map<string, BalanceThreshold>();
  for (const threshold of thresholds) {
    const concerned = accounts.filter((account) => concerns(threshold, account));
    if (concerned.length === 0) refuse(threshold, unknownAccount(threshold, accounts));
    const objections = concerned.map(({ capabilities }) => {
      return capabilities === undefined ? undefined : objectionTo(threshold, capabilities);
    });
    const [objection] = objections;
    if (objection !== undefined && objections.every((each) => each !== undefined))
      refuse(threshold, objection);
    const subject = `${subjectOf(threshold)} ${threshold.amount}`;
    const twin = seen.get(subject);
    if (twin !== undefined) refuse(threshold, `this is the threshold of ${twin.origin} once more`);
    seen.set(subject, threshold);
  }
}

function unknownAccount({ vendor, account }: BalanceThreshold, accounts: readonly WantedAccount[]): string {
  const ofVendor = accounts.filter((each) => each.vendor === vendor);
  const hint =
    account !== undefined && ofVendor.length > 0
      ? didYouMean(
          account,
          ofVendor.map(({ ref }) => ref),
        )
      : didYouMean(vendor, [...new Set(accounts.map((each) => each.vendor))]);
  return `no account is configured for the threshold of ${accountLabel(vendor, account ?? vendor)}${hint}`;
}

function refuse({ origin }: BalanceThreshold, reason: string): never {
  throw new UsageError(`${origin}: ${reason}`);
}
