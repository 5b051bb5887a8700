import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { AccountFlags } from "../../accounts/account-flags.ts";
import { loadThresholds } from "../../accounts/select-accounts.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { safeJson } from "../../output/safe-text.ts";
import { createStyle } from "../../output/style.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import type { Point } from "./burn-rate.ts";
import { formatHistory } from "./history-table.ts";
import { forgetReadings, loadReadings } from "../../readings/reading-store.ts";
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
    const forgotten = await forgetReadings(folder, new Date(now - flags.forget));
    stdout.write(forgotten.length === 0 ? "nothing is that old\n" : `deleted ${forgotten.join(", ")}\n`);
    return exitCodes.fine;
  }
  const startMs = now - flags.since;
  const { readings, damagedLines } = await loadReadings(folder, new Date(startMs));
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
    else await writeFile(resolve(context.directory, flags.html), page);
  }
  return exitCodes.fine;
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
