import { join } from "node:path";
import type { BalanceReport } from "@openbalance/normalize";
import type { CliContext } from "../runtime/command-context.ts";
import { stateFolder } from "../runtime/state-folder.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { appendReadings } from "./reading-store.ts";
import { readingsOf, type Reading } from "./reading.ts";

/** Where the readings are kept. */
export function historyFolder({ environment }: Pick<CliContext, "environment">): string {
  return join(stateFolder(environment), "history");
}

/** Keeps what was read; gives how many balances. Throws `UsageError` when they cannot be kept. */
export async function recordReport(context: CliContext, report: BalanceReport): Promise<number> {
  return record(context, readingsOf(report));
}

/** Throws `UsageError` when readings cannot be kept, before the first one is made. */
export async function checkHistory(context: CliContext): Promise<void> {
  await record(context, []);
}

async function record(context: CliContext, readings: readonly Reading[]): Promise<number> {
  const folder = historyFolder(context);
  try {
    await appendReadings(folder, readings);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(
      `the readings cannot be kept in ${folder} (${code}); name a folder that may be written in OPENBALANCE_STATE_DIR`,
      { cause: error },
    );
  }
  return readings.length;
}
