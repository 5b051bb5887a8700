import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { AccountFlags } from "../../accounts/account-flags.ts";
import { loadThresholds } from "../../accounts/select-accounts.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { errorCode } from "../../runtime/error-code.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { safeJson } from "../../output/safe-text.ts";
import { createStyle } from "../../output/style.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import { WriteError } from "../../runtime/write-error.ts";
import type { Point } from "./burn-rate.ts";
import { formatHistory } from "./history-table.ts";
import { forgetReadings, loadReadings, type StoredReadings } from "../../readings/reading-store.ts";
import { historyFolder } from "../../readings/record-report.ts";
import { judgeSeries, type JudgedSeries } from "./judged-series.ts";
import { endDateOf, seriesOf } from "./series.ts";

export interface HistoryFlags extends Pick<AccountFlags, "vendor" | "account" | "config"> {
  readonly since: number;
  readonly json?: boolean;
  readonly html?: string;
  readonly forget?: number;
}

/** Shows the readings that were kept. */
export async function runHistory(context: CliContext, flags: HistoryFlags): Promise<number> {
  const { stdout, stderr, env } = context.process;
  const now = Date.now();
  // A threshold that nothing can answer is wrong whatever is done.
  const thresholds = await loadThresholds(context, flags.config);
  const folder = historyFolder(context);
  if (flags.forget !== undefined) {
    const forgotten = await forget(folder, new Date(now - flags.forget));
    stdout.write(forgotten.length === 0 ? "nothing is that old\n" : `deleted ${forgotten.join(", ")}\n`);
    return exitCodes.fine;
  }
  const startMs = now - flags.since;
  const { readings, damagedLines } = await load(folder, new Date(startMs));
  if (damagedLines > 0) {
    const lines = damagedLines === 1 ? "1 line" : `${damagedLines} lines`;
    const left =
      damagedLines === 1 ? "was left out: it is no reading" : "were left out: they are no readings";
    stderr.write(`openbalance: ${lines} in ${folder} ${left}\n`);
  }
  const { vendor = [], account = [] } = flags;
  const wanted = seriesOf(readings).filter(
    (each) =>
      (vendor.length === 0 || vendor.includes(each.vendor)) &&
      (account.length === 0 || account.includes(each.account)),
  );
  const series = judgeSeries(wanted, thresholds);
  if (series.length === 0 && flags.json !== true) {
    throw new UsageError(
      `no readings of this time are kept in ${folder}; \`openbalance read --record\` keeps one`,
    );
  }
  if (flags.json === true) {
    stdout.write(`${safeJson(historyDocument(series, startMs, now), 2)}\n`);
  } else if (flags.html === undefined) {
    stdout.write(formatHistory(series, startMs, now, createStyle(stdout, env)));
  } else {
    const { formatHistoryPage } = await import("./history-page.ts");
    const page = formatHistoryPage(series, startMs, now);
    if (flags.html === "-") stdout.write(page);
    else await writePage(resolve(context.directory, flags.html), page);
  }
  return exitCodes.fine;
}

async function load(folder: string, since: Date): Promise<StoredReadings> {
  try {
    return await loadReadings(folder, since);
  } catch (error) {
    throw new UsageError(`the readings in ${folder} cannot be read (${errorCode(error)})`, { cause: error });
  }
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

function historyDocument(series: readonly JudgedSeries[], startMs: number, endMs: number): object {
  return {
    schema: "balance-history/1",
    since: new Date(startMs).toISOString(),
    until: new Date(endMs).toISOString(),
    series: series.map(({ points, latest, ...each }) => {
      const endsOn = endDateOf({ burnRate: each.burnRate, latest });
      return Object.assign(each, { endsOn, points: points.map(formatPoint) });
    }),
  };
}

function formatPoint({ atMs, amount }: Point): object {
  return { at: new Date(atMs).toISOString(), amount };
}
