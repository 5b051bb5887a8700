import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { AccountFlags } from "../../accounts/account-flags.ts";
import { loadThresholds } from "../../accounts/select-accounts.ts";
import { createStyle } from "../../output/style.ts";
import { writeAll } from "../../output/write-all.ts";
import { forgetReadings } from "../../readings/months.ts";
import { historyFolder } from "../../readings/record-report.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import { warn } from "../../runtime/warn.ts";
import { WriteError } from "../../runtime/write-error.ts";
import { formatHistory } from "./history-table.ts";
import { judgeSeries } from "./judged-series.ts";
import { describeLeftOut, KeptReadings } from "./kept-readings.ts";
import { SeriesCollector } from "./series-collector.ts";

export interface HistoryFlags extends Pick<AccountFlags, "vendor" | "account" | "config"> {
  readonly since: number;
  readonly json?: boolean;
  readonly html?: string;
  readonly forget?: number;
}

/** Shows the readings that were kept. */
export async function runHistory(context: CliContext, flags: HistoryFlags): Promise<number> {
  const { stdout, env } = context.process;
  const endMs = Date.now();
  // A threshold that nothing can answer is wrong whatever is done.
  const thresholds = await loadThresholds(context, flags.config);
  const folder = historyFolder(context);
  if (flags.forget !== undefined) {
    const forgotten = await forget(folder, new Date(endMs - flags.forget));
    stdout.write(forgotten.length === 0 ? "nothing is that old\n" : `deleted ${forgotten.join(", ")}\n`);
    return exitCodes.fine;
  }
  const startMs = endMs - flags.since;
  const kept = new KeptReadings(folder, startMs, flags);
  const collector = new SeriesCollector(startMs, endMs);
  for await (const batch of kept.readings()) {
    if (context.signal.aborted) return exitCodes.unknown;
    for (const reading of batch) collector.add(reading);
  }
  for (const line of describeLeftOut(kept)) warn(context, line);
  const series = judgeSeries(collector.series(), thresholds);
  if (flags.json === true) {
    const { historyJson } = await import("./history-json.ts");
    const readings = (): ReturnType<typeof kept.readings> => kept.readings();
    await writeAll(context, historyJson({ series, startMs, endMs, readings }));
    return context.signal.aborted ? exitCodes.unknown : exitCodes.fine;
  }
  if (series.length === 0) {
    throw new UsageError(
      `no readings of this time are kept in ${folder}; \`openbalance read --record\` keeps one`,
    );
  }
  if (flags.html === undefined) {
    stdout.write(formatHistory(series, createStyle(stdout, env)));
  } else {
    const { formatHistoryPage } = await import("./history-page.ts");
    const page = formatHistoryPage(series, startMs, endMs);
    if (flags.html === "-") stdout.write(page);
    else await writePage(resolve(context.directory, flags.html), page);
  }
  return exitCodes.fine;
}

async function forget(folder: string, before: Date): Promise<readonly string[]> {
  try {
    return await forgetReadings(folder, before);
  } catch (error) {
    throw new WriteError(
      `the readings in ${folder} cannot be deleted`,
      error,
      "what is left was not touched",
    );
  }
}

/** A new page is for its owner alone; one that is there keeps its mode, so that whoever was let in stays so. */
async function writePage(path: string, page: string): Promise<void> {
  try {
    await writeFile(path, page, { mode: 0o600 });
  } catch (error) {
    throw new WriteError(
      `the page cannot be written to ${path}`,
      error,
      "name another file, or - for stdout",
    );
  }
}
