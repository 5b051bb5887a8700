import { accountLabel } from "../../config/account-label.ts";
import type { Finding } from "../../thresholds/judge.ts";
import { rowName } from "../../output/row-name.ts";
import type { NoticeKind } from "./threshold-state.ts";

/** One thing that somebody is told, as text and by its parts. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly finding: Finding;
}

/** A notice in one sentence. */
export function describeNotice({ kind, finding }: Notice): string {
  const { threshold, vendor, account, asset, amount, reason, message = "no reason is known" } = finding;
  const name = accountLabel(vendor, account);
  const code = asset?.code ?? asset?.id ?? threshold.asset ?? "";
  const unit = code === "" ? "" : ` ${rowName(code, threshold.pool)}`;
  const field = finding.field ?? threshold.field;
  const current = `${field} ${reason === "unlimited" ? "without limit" : (amount ?? "of several balances")}${unit}`;
  const limit = `${threshold.amount}${unit}`;
  const rest = amount === undefined ? "" : `, with ${current}`;
  const sentences: Readonly<Record<NoticeKind, string>> = {
    below: `${current} is below ${limit}`,
    recovered: `${current} has recovered, the threshold is ${limit}`,
    refused: `calls are refused: ${message}${rest}`,
    served: `calls are served again${rest}`,
    unknown: `${field === "left" ? "what is left" : field} is not known (${message}), the threshold is ${limit}`,
    known: `${current} is known again, the threshold is ${limit}`,
  };
  return `${name}: ${sentences[kind]}`;
}
