import type { AmountField, Decimal } from "@openbalance/normalize";
import { estimateBurnRate, type BurnRate, type Point } from "./burn-rate.ts";
import type { Reading } from "../../readings/reading.ts";

/** The readings of one balance over time. */
export interface Series {
  readonly vendor: string;
  readonly account: string;
  readonly asset: string;
  readonly code?: string;
  /** The id of the pool. Absent: the balance stands in none. */
  readonly pool?: string;
  readonly row?: number;
  /** The amount that is followed. */
  readonly field: AmountField;
  /** Oldest first; at least one. */
  readonly points: readonly Point[];
  /** What can be spent according to the last reading: available, else total. */
  readonly left: Decimal;
  readonly burnRate: BurnRate;
  /** The last reading, which thresholds are held against. */
  readonly latest: Reading;
}

/** When nothing is left if it goes on like this, as a date in UTC; undefined where that cannot be said. */
export function endDateOf({ burnRate, latest }: Pick<Series, "burnRate" | "latest">): string | undefined {
  if (burnRate.kind !== "estimate" || burnRate.runwayMs === undefined) return undefined;
  const end = new Date(Date.parse(latest.at) + burnRate.runwayMs);
  // Beyond what a calendar is for, and beyond what Date can hold.
  return burnRate.runwayMs > longestRunwayMs ? undefined : end.toISOString().slice(0, 10);
}

/** A hundred years: nobody plans for longer, and a rate of cents makes more of it than a date can hold. */
export const longestRunwayMs: number = 36_525 * 86_400_000;

/** The series of every balance that states what can be followed. Readings oldest first. */
export function seriesOf(readings: readonly Reading[]): readonly Series[] {
  const groups = Map.groupBy(readings, ({ vendor, account, asset, pool, row = 1 }) =>
    JSON.stringify([vendor, account, asset, pool, row]),
  );
  return [...groups.values()].flatMap((group) => seriesOfBalance(group) ?? []);
}

function seriesOfBalance(readings: readonly Reading[]): Series | undefined {
  const last = readings.at(-1);
  const left = last?.amounts.available ?? last?.amounts.total;
  if (last === undefined || left === undefined) return undefined;
  const field = followedField(last);
  const points = readings.flatMap(({ at, amounts }): Point[] => {
    const amount = amounts[field];
    return amount === undefined ? [] : [{ atMs: Date.parse(at), amount }];
  });
  const { vendor, account, asset, code, pool, row } = last;
  return {
    vendor,
    account,
    asset,
    ...(code === undefined ? {} : { code }),
    ...(pool === undefined ? {} : { pool }),
    ...(row === undefined ? {} : { row }),
    field,
    points,
    left,
    burnRate: estimateBurnRate(points, left),
    latest: last,
  };
}

/** Where funds are held, what is available moves with every reservation; the total moves only when they are spent. */
function followedField({ amounts }: Reading): AmountField {
  if (amounts.available === undefined) return "total";
  return amounts.held !== undefined && amounts.total !== undefined ? "total" : "available";
}
