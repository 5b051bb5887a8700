import { describe, expect, it } from "vitest";
import { parseThreshold } from "../src/config/threshold.ts";
import { createWatchSession } from "../src/commands/watch/watch-session.ts";
import type { WatchState } from "../src/commands/watch/watch-state.ts";
import { describeNotice } from "../src/commands/watch/notice.ts";
import { dollars, pooled, read } from "./rows.ts";

/** What a session tells and prints of one reading after another. */
async function toldBy(
  state: WatchState,
  thresholds: readonly string[],
  results: readonly ReturnType<typeof read>[],
): Promise<{ readonly notices: readonly string[]; readonly changes: number }> {
  const notices: string[] = [];
  let changes = 0;
  const session = createWatchSession(state, {
    thresholds: thresholds.map(parseThreshold),
    hysteresis: "0",
    printer: { change: () => void (changes += 1), failure: () => undefined, notice: () => undefined },
    tell: async (notice) => notices.push(`${notice.kind}: ${describeNotice(notice)}`) > 0,
    save: async () => undefined,
  });
  for (const result of results) await session.take(result);
  return { notices, changes };
}

const told = {
  isBelow: true,
  isRefused: false,
  unknownReadings: 0,
  told: { below: true, refused: false, unknown: false },
};

describe("a watch over pools", () => {
  it("tells the pools of one asset apart, though their thresholds are the same amount", async () => {
    const state: WatchState = { thresholds: {}, readings: {} };
    const { notices } = await toldBy(state, ["pots:USD=20", "pots:USD@issuing=20"], [read(pooled)]);
    expect(notices).toEqual(["below: pots: available 5 USD@issuing is below 20 USD@issuing"]);
    expect(Object.keys(state.thresholds)).toHaveLength(2);
  });

  it("goes on from the state of a version that knew no pools", async () => {
    // As it was written before there were pools.
    const kept = { at: "2026-11-21T00:00:00Z", vendor: "pots", account: "pots", asset: "iso4217:USD" };
    const state: WatchState = {
      thresholds: { '["pots","pots","USD","available","95"]': told },
      readings: {
        '["pots","pots"]': [{ ...kept, code: "USD", amounts: { total: "100", available: "90" } }],
      },
    };
    const { notices, changes } = await toldBy(state, ["pots:USD:available=95"], [read(pooled.slice(0, 1))]);
    expect({ notices, changes }).toEqual({ notices: [], changes: 0 });
  });

  it("tells the recovery where the vendor now says that there is no limit", async () => {
    const state: WatchState = {
      thresholds: { '["pots","pots","USD","quota","20"]': told },
      readings: {},
    };
    const unlimited = read([dollars({ kind: "allowance", unlimited: ["quota.limit"] })]);
    const { notices } = await toldBy(state, ["pots:USD:quota=20"], [unlimited]);
    expect(notices).toEqual([
      "recovered: pots: quota without limit USD has recovered, the threshold is 20 USD",
    ]);
  });
});
