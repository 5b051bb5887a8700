import type { AccountFlags } from "../../accounts/account-flags.ts";
import { readAccounts } from "../../accounts/read-accounts.ts";
import { selectAccounts } from "../../accounts/select-accounts.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { exitCodeAfterLoss, exitCodes } from "../../runtime/exit-code.ts";
import { historyFolder, keepReport } from "../../readings/record-report.ts";
import { localeAmounts, plainAmounts } from "../../output/amount-format.ts";
import { createProgress } from "../../output/progress.ts";
import { safeJson } from "../../output/safe-text.ts";
import { createStyle } from "../../output/style.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import { exitCodeOfReport } from "../../accounts/exit-code-of.ts";
import { formatReportCsv } from "./report-csv.ts";
import { formatReport } from "../../output/report-table.ts";
import { sumRows } from "../../output/sum-rows.ts";

export interface ReadFlags extends AccountFlags {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly sum?: boolean;
  readonly record?: boolean;
  readonly locale?: string;
}

/** Reads the accounts once and prints them. */
export async function runRead(context: CliContext, flags: ReadFlags): Promise<number> {
  if (flags.json && flags.csv) throw new UsageError("give either --json or --csv, not both");
  const { stdout, stderr, env } = context.process;
  const amounts = flags.locale === undefined ? plainAmounts : localeAmounts(flags.locale);
  const { accounts } = await selectAccounts(context, flags);
  using progress = createProgress(stderr);
  const report = await readAccounts(accounts, {
    timeoutMs: flags.timeout,
    concurrency: flags.concurrency,
    signal: context.signal,
    onProgress: progress.show,
  });
  progress[Symbol.dispose]();
  if (context.signal.aborted) return exitCodes.unknown;
  const sums = flags.sum ? sumRows(report) : [];
  if (flags.json) {
    const document = flags.sum ? { ...report, sums } : report;
    stdout.write(`${safeJson(document, 2, withoutRaw)}\n`);
  } else if (flags.csv) {
    stdout.write(formatReportCsv(report));
  } else {
    stdout.write(formatReport(report, { accounts, amounts, sums, style: createStyle(stdout, env) }));
  }
  const exitCode = exitCodeOfReport(report);
  if (flags.record !== true) return exitCode;
  const count = await keepReport(context, report);
  if (count === undefined) return exitCodeAfterLoss(exitCode);
  stderr.write(`recorded ${count} ${count === 1 ? "balance" : "balances"} in ${historyFolder(context)}\n`);
  return exitCode;
}

function withoutRaw(key: string, value: unknown): unknown {
  return key === "raw" ? undefined : value;
}
