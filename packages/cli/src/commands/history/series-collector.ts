import type { Reading, TimedReading } from "../../readings/reading.ts";
import { BurnRateMeter } from "./burn-rate.ts";
import { balanceKey, type Series } from "./series.ts";
import { ThinnedPoints } from "./thinned-points.ts";

/** What an amount of a balance has become over time. */
interface Track {
  readonly meter: BurnRateMeter;
  readonly points: ThinnedPoints;
  count: number;
}

interface Collected {
  latest: Reading;
  /** Both, since the last reading alone says which one is followed. */
  readonly tracks: { available?: Track; total?: Track };
}

const fields = ["available", "total"] as const;

/** So fine at first, and so coarse at least, as often halved as balances are many. */
const finest = 384;
const coarsest = 24;
const mostSlices = 100_000;

/** Makes series of readings, oldest first. What it keeps depends on how many balances there are, not on how many readings. */
export class SeriesCollector {
  readonly #startMs: number;
  readonly #lengthMs: number;
  readonly #balances = new Map<string, Collected>();
  #sliceCount = finest;
  #slices = 0;

  constructor(startMs: number, endMs: number) {
    this.#startMs = startMs;
    this.#lengthMs = Math.max(1, endMs - startMs);
  }

  add({ atMs, reading }: TimedReading): void {
    const collected = this.#collectedOf(reading);
    collected.latest = reading;
    const slice = Math.floor(((atMs - this.#startMs) / this.#lengthMs) * this.#sliceCount);
    const index = Math.min(this.#sliceCount - 1, Math.max(0, slice));
    for (const field of fields) {
      const amount = reading.amounts[field];
      if (amount === undefined) continue;
      const track = (collected.tracks[field] ??= newTrack());
      const point = { atMs, amount };
      track.meter.add(point);
      track.count += 1;
      if (track.points.add(index, point)) this.#slices += 1;
    }
    if (this.#slices > mostSlices && this.#sliceCount > coarsest) this.#halve();
  }

  /** The series of every balance that states what can be followed. */
  series(): readonly Series[] {
    return [...this.#balances.values()].flatMap((collected) => this.#seriesOf(collected) ?? []);
  }

  #collectedOf(reading: Reading): Collected {
    const key = balanceKey(reading);
    const known = this.#balances.get(key);
    if (known !== undefined) return known;
    const collected = { latest: reading, tracks: {} };
    this.#balances.set(key, collected);
    return collected;
  }

  #halve(): void {
    this.#sliceCount /= 2;
    this.#slices = 0;
    for (const { tracks } of this.#balances.values()) {
      for (const field of fields) {
        tracks[field]?.points.halve();
        this.#slices += tracks[field]?.points.slices.length ?? 0;
      }
    }
  }

  #seriesOf({ latest, tracks }: Collected): Series | undefined {
    const left = latest.amounts.available ?? latest.amounts.total;
    const field = followedField(latest);
    const track = tracks[field];
    if (left === undefined || track === undefined) return undefined;
    const { vendor, account, asset, code, pool, row } = latest;
    return {
      vendor,
      account,
      asset,
      ...(code === undefined ? {} : { code }),
      ...(pool === undefined ? {} : { pool }),
      ...(row === undefined ? {} : { row }),
      field,
      left,
      burnRate: track.meter.estimate(left),
      latest,
      count: track.count,
      slices: track.points.slices,
      sliceCount: this.#sliceCount,
    };
  }
}

function newTrack(): Track {
  return { meter: new BurnRateMeter(), points: new ThinnedPoints(), count: 0 };
}

/** Where funds are held, what is available moves with every reservation; the total moves only when they are spent. */
function followedField({ amounts }: Reading): (typeof fields)[number] {
  if (amounts.available === undefined) return "total";
  return amounts.held !== undefined && amounts.total !== undefined ? "total" : "available";
}
