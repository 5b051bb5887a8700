import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import type { BalanceReport } from "@openbalance/normalize";
import type { CliContext } from "../runtime/command-context.ts";
import { errorCode } from "../runtime/error-code.ts";
import { formatError } from "../runtime/format-error.ts";
import { makeFolder } from "../runtime/make-folder.ts";
import { stateFolder } from "../runtime/state-folder.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { WriteError } from "../runtime/write-error.ts";
import { appendReadings } from "./append-readings.ts";
import { readingsOf } from "./reading.ts";

const remedy = "name a folder that may be written in OPENBALANCE_STATE_DIR";

/** Where the readings are kept. */
export function historyFolder({ environment }: Pick<CliContext, "environment">): string {
  return join(stateFolder(environment), "history");
}

/** Keeps what was read; gives how many balances. Throws `WriteError` when they cannot be kept. */
export async function recordReport(context: CliContext, report: BalanceReport): Promise<number> {
  const readings = readingsOf(report);
  const folder = historyFolder(context);
  try {
    await appendReadings(folder, readings);
  } catch (error) {
    throw new WriteError(`the readings cannot be kept in ${folder}`, error, remedy);
  }
  return readings.length;
}

/** Keeps what was read and is shown already; gives how many balances. What cannot be kept is said: undefined. */
export async function keepReport(context: CliContext, report: BalanceReport): Promise<number | undefined> {
  try {
    return await recordReport(context, report);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    context.process.stderr.write(`${formatError(error)}\n`);
    return undefined;
  }
}

/** What waiting does not mend: the place is not right. A disk that is full or read-only may be well again in an hour. */
const wrongPlace = new Set([
  "EACCES",
  "EPERM",
  "EEXIST",
  "ENOENT",
  "ENOTDIR",
  "ENAMETOOLONG",
  "ELOOP",
  "EINVAL",
]);

/** Throws `UsageError` where readings can never be kept, before the first one is made. */
export async function checkHistory(context: CliContext): Promise<void> {
  const folder = historyFolder(context);
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
  } catch (error) {
    const code = errorCode(error);
    if (!wrongPlace.has(code)) return;
    throw new UsageError(`the readings cannot be kept in ${folder} (${code}); ${remedy}`, { cause: error });
  }
}
