import type { BalanceResult, Decimal } from "@openbalance/normalize";
import { reasonOf } from "../../accounts/reason-of.ts";
import { judgeResult, type Finding } from "../../thresholds/judge.ts";
import { concerns, type BalanceThreshold } from "../../config/threshold.ts";
import { readingsOf } from "../../readings/reading.ts";
import type { EventPrinter } from "./event-printer.ts";
import type { Notice } from "./notice.ts";
import { changesBetween } from "./reading-change.ts";
import { advance, dueNotice, markTold } from "./threshold-state.ts";
import { stateOf, type WatchState } from "./watch-state.ts";

export interface WatchSessionOptions {
  readonly thresholds: readonly BalanceThreshold[];
  readonly hysteresis: Decimal;
  readonly printer: EventPrinter;
  /** Tells somebody; false when it did not arrive, so that it is tried again after the next reading. */
  readonly tell: (notice: Notice) => Promise<boolean>;
  /** Keeps the state, as well as that is possible. */
  readonly save: (state: WatchState) => Promise<void>;
}

/** What becomes of one reading after another. */
export interface WatchSession {
  take(result: BalanceResult): Promise<void>;
}

/** Creates a session that goes on from a state. */
export function createWatchSession(state: WatchState, options: WatchSessionOptions): WatchSession {
  const { thresholds, hysteresis, printer, tell, save } = options;
  const failing = new Map<string, string>();
  const printed = new Set<string>();

  function printReading(result: BalanceResult): void {
    const { vendor, ref } = result.account;
    const key = JSON.stringify([vendor, ref]);
    if (!result.ok) {
      const reason = reasonOf(result.error);
      // The same failure again is no news.
      if (failing.get(key) !== result.error.code) printer.failure(vendor, ref, reason);
      failing.set(key, result.error.code);
      return;
    }
    failing.delete(key);
    const readings = readingsOf({ schema: "balance-report/1", complete: true, results: [result] });
    for (const change of changesBetween(state.readings[key] ?? [], readings)) printer.change(change);
    state.readings[key] = readings;
  }

  async function settle(finding: Finding): Promise<void> {
    const key = keyOf(finding);
    const next = advance(stateOf(state, key), finding, hysteresis);
    state.thresholds[key] = next;
    // Before anybody is told: a crash in between tells twice, which is better than never.
    await save(state);
    // One reading may be two news: the balance has recovered, and calls are refused all the same.
    for (let kind = dueNotice(next); kind !== undefined; kind = dueNotice(stateOf(state, key))) {
      if (!(await announce(key, { kind, finding }))) return;
      state.thresholds[key] = markTold(stateOf(state, key), kind);
      await save(state);
    }
  }

  /** Prints a notice once and tells it; false when it did not arrive. */
  async function announce(key: string, notice: Notice): Promise<boolean> {
    const line = `${key} ${notice.kind}`;
    if (!printed.has(line)) printer.notice(notice);
    printed.add(line);
    const hasArrived = await tell(notice);
    if (hasArrived) printed.delete(line);
    return hasArrived;
  }

  return {
    async take(result) {
      printReading(result);
      const findings = thresholds
        .filter((threshold) => concerns(threshold, result.account))
        .map((threshold) => judgeResult(threshold, result));
      for (const finding of findings) await settle(finding);
      if (findings.length === 0) await save(state);
    },
  };
}

function keyOf({ threshold, vendor, account }: Finding): string {
  const { asset = "", pool, scope, field, amount } = threshold;
  // Without a pool and a scope the key is what it was before there were any, so that what was told stays told.
  const more = scope === undefined ? (pool === undefined ? [] : [pool]) : [pool ?? "", scope];
  return JSON.stringify([vendor, account, asset, field, amount, ...more]);
}
