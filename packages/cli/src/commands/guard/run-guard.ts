import type { AccountFlags } from "../../accounts/account-flags.ts";
import { readAccounts } from "../../accounts/read-accounts.ts";
import { selectAccounts } from "../../accounts/select-accounts.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { exitCodeAfterLoss, exitCodes, type ExitCode } from "../../runtime/exit-code.ts";
import { keepReport } from "../../readings/record-report.ts";
import { createProgress } from "../../output/progress.ts";
import { safeJson } from "../../output/safe-text.ts";
import { createStyle } from "../../output/style.ts";
import { exitCodeOfError } from "../../accounts/exit-code-of.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import { formatFindings } from "./finding-table.ts";
import { judgeResult, type Finding } from "../../thresholds/judge.ts";
import { concernedAccounts, selectThresholds } from "../../thresholds/select-thresholds.ts";
import { concerns, parseThreshold } from "../../config/threshold.ts";

export interface GuardFlags extends AccountFlags {
  readonly below?: readonly string[];
  readonly failOpen?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly record?: boolean;
}

/** Reads the accounts that thresholds speak of, once, and says which are below. */
export async function runGuard(context: CliContext, flags: GuardFlags): Promise<number> {
  const given = flags.below?.map(parseThreshold);
  const selection = await selectAccounts(context, flags);
  const thresholds = selectThresholds(given, selection);
  if (thresholds.length === 0) {
    throw new UsageError(
      "there is nothing to guard; give --below, such as --below telnyx=20, or `thresholds` in the configuration",
    );
  }
  const { stdout, stderr, env } = context.process;
  using progress = createProgress(stderr);
  const report = await readAccounts(concernedAccounts(selection.accounts, thresholds), {
    timeoutMs: flags.timeout,
    concurrency: flags.concurrency,
    signal: context.signal,
    onProgress: progress.show,
  });
  progress[Symbol.dispose]();
  if (context.signal.aborted) return exitCodes.unknown;
  const findings = report.results.flatMap((result) =>
    thresholds
      .filter((threshold) => concerns(threshold, result.account))
      .map((threshold) => judgeResult(threshold, result)),
  );
  const exitCode = exitCodeOf(findings, flags.failOpen === true);
  if (flags.json === true) {
    stdout.write(`${safeJson(guardDocument(findings, exitCode), 2)}\n`);
  } else {
    const shown = flags.quiet === true ? findings.filter(({ verdict }) => verdict !== "fine") : findings;
    if (shown.length > 0) stdout.write(formatFindings(shown, createStyle(stdout, env)));
  }
  if (flags.record !== true) return exitCode;
  return (await keepReport(context, report)) === undefined ? exitCodeAfterLoss(exitCode) : exitCode;
}

function exitCodeOf(findings: readonly Finding[], failOpen: boolean): ExitCode {
  if (findings.some(({ verdict }) => verdict === "below" || verdict === "refused")) return exitCodes.below;
  const unknown = findings.filter(({ verdict }) => verdict === "unknown");
  if (unknown.length === 0) return exitCodes.fine;
  const codes = unknown.map(({ errorCode }) =>
    errorCode === undefined ? exitCodes.unknown : exitCodeOfError(errorCode),
  );
  if (codes.includes(exitCodes.credentials)) return exitCodes.credentials;
  return failOpen ? exitCodes.fine : exitCodes.unknown;
}

function guardDocument(findings: readonly Finding[], exitCode: ExitCode): object {
  return {
    schema: "balance-guard/1",
    exitCode,
    findings: findings.map(({ threshold, verdict, reason, vendor, account, asset, amount, ...others }) => ({
      verdict,
      reason,
      vendor,
      account,
      asset,
      pool: threshold.pool,
      scope: threshold.scope,
      field: others.field ?? threshold.field,
      amount,
      includesCredit: others.includesCredit,
      below: threshold.amount,
      message: others.message,
      errorCode: others.errorCode,
    })),
  };
}
