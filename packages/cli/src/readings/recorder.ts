import type { BalanceReport } from "@openbalance/normalize";
import type { CliContext } from "../runtime/command-context.ts";
import { formatError } from "../runtime/format-error.ts";
import { recordReport } from "./record-report.ts";

/**
 * Keeps what is read for as long as a command runs. A disk that is full, or a folder that is gone, is told once, until
 * readings are kept again, and stops nothing: alerts and metrics are worth more than the history.
 */
export function createRecorder(context: CliContext): (report: BalanceReport) => Promise<void> {
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
