import { accountLabel } from "../../config/account-label.ts";
import type { Selection } from "../../accounts/select-accounts.ts";
import { formatDuration } from "../../runtime/duration.ts";
import { writeThreshold, type BalanceThreshold } from "../../config/threshold.ts";

export interface WatchPlan {
  readonly selection: Pick<Selection, "accounts">;
  readonly thresholds: readonly BalanceThreshold[];
  readonly everyMs: number;
  readonly hasWebhook: boolean;
}

/** What a watch watches and where it tells, one line each, so that whoever starts it sees what it will not notice. */
export function describeWatch({ selection, thresholds, everyMs, hasWebhook }: WatchPlan): readonly string[] {
  const accounts = selection.accounts.map(({ vendor, ref }) => accountLabel(vendor, ref));
  const limits = thresholds.map(writeThreshold);
  const announced = `announced on stdout${hasWebhook ? " and to the webhook" : " alone; no webhook is set"}`;
  return [
    `watching ${count(accounts.length, "account")} every ${formatDuration(everyMs)}: ${accounts.join(", ")}`,
    limits.length === 0
      ? "no thresholds are set, so changes alone are printed"
      : `${count(limits.length, "threshold")}: ${limits.join(", ")}; crossings are ${announced}`,
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
