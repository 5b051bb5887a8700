import type { Decimal } from "@openbalance/normalize";
import { BurnRateMeter, type BurnRate, type Point } from "../src/commands/history/burn-rate.ts";
import { SeriesCollector } from "../src/commands/history/series-collector.ts";
import type { Series } from "../src/commands/history/series.ts";
import { ThinnedPoints } from "../src/commands/history/thinned-points.ts";
import { ReadingScan } from "../src/readings/reading-scan.ts";
import type { Reading } from "../src/readings/reading.ts";

/** What a store holds of a time, all of it in memory. */
export async function loadReadings(
  folder: string,
  since: Date,
): Promise<{ readonly readings: readonly Reading[]; readonly damagedLines: number }> {
  const scan = new ReadingScan(folder, since);
  const readings: Reading[] = [];
  for await (const batch of scan) for (const { reading } of batch) readings.push(reading);
  return { readings, damagedLines: scan.damagedLines };
}

/** The series of readings, oldest first. */
export function seriesOf(readings: readonly Reading[]): readonly Series[] {
  const timed = readings.map((reading) => ({ atMs: Date.parse(reading.at), reading }));
  const collector = new SeriesCollector(timed[0]?.atMs ?? 0, timed.at(-1)?.atMs ?? 0);
  for (const each of timed) collector.add(each);
  return collector.series();
}

/** How fast a balance goes down, of all points at once. */
export function estimateBurnRate(points: readonly Point[], left: Decimal): BurnRate {
  const meter = new BurnRateMeter();
  for (const point of points) meter.add(point);
  return meter.estimate(left);
}

/** Points thinned to so many slices of a time. */
export function thin(
  points: readonly Point[],
  startMs: number,
  endMs: number,
  sliceCount: number,
): Pick<Series, "slices" | "sliceCount"> {
  const thinned = new ThinnedPoints();
  for (const point of points) {
    const index = Math.floor(((point.atMs - startMs) / (endMs - startMs)) * sliceCount);
    thinned.add(Math.min(sliceCount - 1, index), point);
  }
  return { slices: thinned.slices, sliceCount };
}
