import { once } from "node:events";
import type { BalanceResult } from "@openbalance/normalize";
import type { AccountFlags } from "../../accounts/account-flags.ts";
import { selectAccounts } from "../../accounts/select-accounts.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { errorCode } from "../../runtime/error-code.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { formatError } from "../../runtime/format-error.ts";
import { selectThresholds } from "../../thresholds/select-thresholds.ts";
import { parseThreshold } from "../../config/threshold.ts";
import { checkHistory } from "../../readings/record-report.ts";
import { createRecorder, reportOf } from "../../readings/recorder.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import { readVersion } from "../../runtime/version.ts";
import { warn } from "../../runtime/warn.ts";
import { settleWithin } from "./within-scrape.ts";
import { createAccountReader } from "../../accounts/account-reader.ts";
import { createAccountCache } from "./account-cache.ts";
import { formatExposition } from "./exposition.ts";
import { metricsOf } from "./metrics.ts";
import { isLoopback, startMetricsServer, type MetricsServer } from "./metrics-server.ts";

export interface ServeFlags extends AccountFlags {
  readonly host: string;
  readonly port: number;
  readonly every?: number;
  readonly below?: readonly string[];
  readonly record?: boolean;
}

const usualEveryMs = 60_000;
// Prometheus gives up after 10 s unless told otherwise.
const usualTimeoutMs = 8_000;

/** Serves metrics until it is told to stop. */
export async function runServe(context: CliContext, flags: ServeFlags): Promise<number> {
  const given = flags.below?.map(parseThreshold);
  const selection = await selectAccounts(context, flags);
  const thresholds = selectThresholds(given, selection);
  const { stdout, stderr } = context.process;
  const record = createRecorder(context);
  const onFresh = async (result: BalanceResult): Promise<void> => {
    if (flags.record !== true || !result.ok) return;
    await record(reportOf(result));
  };
  if (flags.record === true) await checkHistory(context);
  const reader = createAccountReader(flags.concurrency);
  const caches = selection.accounts.map((each) =>
    createAccountCache(each, {
      reader,
      everyMs: flags.every ?? usualEveryMs,
      timeoutMs: flags.timeout ?? usualTimeoutMs,
      signal: context.signal,
      onFresh,
    }),
  );
  const version = await readVersion();
  await using server = await start(flags, {
    metrics: async (withinMs) => {
      const reads = caches.map((cache) => cache.read());
      await settleWithin(reads, withinMs);
      // What has not come in time is shown as it was last, with its age.
      const readings = caches.flatMap(({ latest }) => (latest === undefined ? [] : [latest]));
      const pending = caches.length - readings.length;
      return formatExposition(metricsOf(readings, { thresholds, pending, version }));
    },
    onError: (error) => stderr.write(`${formatError(error)}\n`),
  });
  if (!isLoopback(flags.host)) {
    warn(context, `anyone who can reach ${server.url} can read the balances`);
  }
  stdout.write(`listening on ${server.url}/metrics\n`);
  if (!context.signal.aborted) await once(context.signal, "abort");
  return exitCodes.fine;
}

async function start(
  { host, port }: ServeFlags,
  answers: Pick<Parameters<typeof startMetricsServer>[0], "metrics" | "onError">,
): Promise<MetricsServer> {
  try {
    return await startMetricsServer({ host, port, ...answers });
  } catch (error) {
    const place = `${host} port ${port} (${errorCode(error)})`;
    throw new UsageError(`cannot listen on ${place}; choose another with --port`, { cause: error });
  }
}
