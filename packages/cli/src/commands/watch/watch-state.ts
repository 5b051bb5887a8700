import { dirname } from "node:path";
import { openOwnFile } from "../../runtime/open-own-file.ts";
import { makeFolder } from "../../runtime/make-folder.ts";
import { replaceFile } from "../../runtime/replace-file.ts";
import { isReading, type Reading } from "../../readings/reading.ts";
import { initialState, parseThresholdState, type ThresholdState } from "./threshold-state.ts";

/** What `watch` knows, kept across restarts. */
export interface WatchState {
  /** By threshold and account. */
  readonly thresholds: Record<string, ThresholdState>;
  /** The last reading of every account. */
  readonly readings: Record<string, readonly Reading[]>;
}

const schema = "openbalance-watch/1";

/** Loads what an earlier run left; empty when there was none, or what is there is no state. */
export async function loadWatchState(path: string): Promise<WatchState> {
  let value: unknown;
  try {
    await using file = await openOwnFile(path, "read");
    value = JSON.parse(await file.readFile("utf8"));
  } catch {
    return { thresholds: {}, readings: {} };
  }
  if (!isRecord(value) || value["schema"] !== schema) return { thresholds: {}, readings: {} };
  const { thresholds, readings } = value;
  return {
    thresholds: entriesOf(thresholds, parseThresholdState),
    readings: entriesOf(readings, parseReadings),
  };
}

/** Replaces the state in one step, so that a crash leaves the old one or the new one. */
export async function saveWatchState(path: string, state: WatchState): Promise<void> {
  await makeFolder(dirname(path));
  await replaceFile(path, JSON.stringify({ schema, ...state }));
}

/** The state of one threshold, as far as it is known. */
export function stateOf({ thresholds }: WatchState, key: string): ThresholdState {
  return thresholds[key] ?? initialState;
}

function entriesOf<Value>(
  value: unknown,
  parse: (entry: unknown) => Value | undefined,
): Record<string, Value> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).flatMap(([key, entry]): [string, Value][] => {
    const parsed = parse(entry);
    return parsed === undefined ? [] : [[key, parsed]];
  });
  return Object.fromEntries(entries);
}

function parseReadings(value: unknown): readonly Reading[] | undefined {
  return Array.isArray(value) && value.every(isReading) ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
