import type { BalanceReport, BalanceResult } from "@openbalance/normalize";
import type { CliContext } from "../runtime/command-context.ts";
import { formatError } from "../runtime/format-error.ts";
import { recordReport } from "./record-report.ts";

/** Keeps the readings of a report, as well as that is possible. */
export type Recorder = (report: BalanceReport) => Promise<void>;

/** A report of one account. */
export function reportOf(result: BalanceResult): BalanceReport {
  return { schema: "balance-report/1", complete: result.ok, results: [result] };
}

/**
 * Keeps what is read for as long as a command runs. A disk that is full, or a folder that is gone, is told once, until
 * readings are kept again, and stops nothing: alerts and metrics are worth more than the history.
 */
export function createRecorder(context: CliContext): Recorder {
  let isFailing = false;
  return async (report) => {
    try {
      await recordReport(context, report);
      isFailing = false;
    } catch (error) {
      if (!isFailing) context.process.stderr.write(`${formatError(error)}\n`);
      isFailing = true;
    }
  };
}
