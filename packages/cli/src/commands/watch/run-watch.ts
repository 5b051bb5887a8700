import { setTimeout as wait } from "node:timers/promises";
import type { Decimal } from "@openbalance/normalize";
import type { AccountFlags } from "../../accounts/account-flags.ts";
import { failedResult, whyNoneOpens, type OpeningFailure } from "../../accounts/open-account.ts";
import { createAccountReader, type AccountReader } from "../../accounts/account-reader.ts";
import { selectAccounts } from "../../accounts/select-accounts.ts";
import type { WantedAccount } from "../../config/wanted-account.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { parsePercentage } from "../../runtime/percentage.ts";
import type { SettingValue } from "../../runtime/environment.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { selectThresholds } from "../../thresholds/select-thresholds.ts";
import { parseThreshold } from "../../config/threshold.ts";
import { checkHistory } from "../../readings/record-report.ts";
import { createRecorder, reportOf, type Recorder } from "../../readings/recorder.ts";
import { describeFailure } from "../../output/report-table.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import { warn } from "../../runtime/warn.ts";
import { describeWatch } from "./describe-watch.ts";
import { createJsonPrinter, createTextPrinter } from "./event-printer.ts";
import { postNotice } from "./post-notice.ts";
import { nextWaitMs } from "./next-wait.ts";
import { createWatchSession, type WatchSession } from "./watch-session.ts";
import { openState } from "./kept-state.ts";
import { resolveWebhook } from "./webhook-address.ts";

export interface WatchFlags extends AccountFlags {
  readonly every?: number;
  readonly below?: readonly string[];
  readonly hysteresis?: string;
  readonly json?: boolean;
  readonly record?: boolean;
}

const usualEveryMs = 300_000;

/** Reads until it is told to stop. */
export async function runWatch(context: CliContext, flags: WatchFlags): Promise<number> {
  const given = flags.below?.map(parseThreshold);
  const selection = await selectAccounts(context, flags);
  const thresholds = selectThresholds(given, selection);
  const { watch } = selection.configuration;
  const hysteresis = percentageFlag(flags.hysteresis) ?? watch.hysteresis ?? "0.05";
  const webhook = await resolveWebhook(watch.webhook ?? context.environment["OPENBALANCE_WEBHOOK_URL"]);
  const { timeout: timeoutMs } = flags;
  const failures = await whyNoneOpens(selection.accounts, { timeoutMs, signal: context.signal });
  if (failures !== undefined) {
    for (const failure of failures) warn(context, describeOpening(failure));
    return exitCodes.credentials;
  }
  if (flags.record === true) await checkHistory(context);
  await using kept = await openState(context);
  const { outputClosed, outputLost } = context;
  // Without a webhook stdout is all that tells: whoever supervises this process has to learn that it no longer does.
  const ends = webhook === undefined ? [outputClosed, outputLost] : [outputClosed];
  const signal = AbortSignal.any([context.signal, kept.lost, ...ends]);
  const session = createWatchSession(kept.state, {
    thresholds,
    hysteresis,
    printer: (flags.json === true ? createJsonPrinter : createTextPrinter)(context.process.stdout),
    tell: (notice) => tell(context, webhook, notice, signal),
    save: kept.save,
  });
  const record = createRecorder(context);
  const reader = createAccountReader(flags.concurrency);
  const everyMs = flags.every ?? watch.everyMs ?? usualEveryMs;
  for (const line of describeWatch({ selection, thresholds, everyMs, hasWebhook: webhook !== undefined })) {
    warn(context, line);
  }
  await Promise.all(
    selection.accounts.map((each) => watchAccount(flags, each, everyMs, session, { reader, record, signal })),
  );
  if (!kept.lost.aborted) return exitCodes.fine;
  throw new UsageError("another watch has taken over what this one keeps, so this one ends");
}

/** What the watches of all accounts share. */
interface WatchTools {
  readonly reader: AccountReader;
  readonly record: Recorder;
  readonly signal: AbortSignal;
}

async function watchAccount(
  flags: WatchFlags,
  wanted: WantedAccount,
  everyMs: number,
  session: WatchSession,
  { reader, record, signal }: WatchTools,
): Promise<void> {
  while (!signal.aborted) {
    const result = await reader(wanted, { timeoutMs: flags.timeout, signal });
    if (signal.aborted) return;
    // Whoever waits for a crossing is told before anything is kept, which may fail.
    await session.take(result);
    if (flags.record === true) await record(reportOf(result));
    await sleepUnlessAborted(nextWaitMs(everyMs, wanted, result, Math.random()), signal);
  }
}

async function sleepUnlessAborted(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
}

async function tell(
  context: CliContext,
  webhook: SettingValue | undefined,
  notice: Parameters<typeof postNotice>[1],
  signal: AbortSignal,
): Promise<boolean> {
  if (webhook === undefined) return true;
  const reason = await postNotice(webhook, notice, signal);
  if (reason !== undefined) warn(context, `${reason}; it is told again after the next reading`);
  return reason === undefined;
}

function percentageFlag(text: string | undefined): Decimal | undefined {
  if (text === undefined) return undefined;
  const share = parsePercentage(text);
  if (share === undefined) throw new UsageError(`--hysteresis ${text}: write a percentage such as 5%`);
  return share;
}

function describeOpening({ wanted, error }: OpeningFailure): string {
  return `${wanted.vendor}: ${describeFailure(failedResult(wanted, error), wanted)}`;
}
