import type { Point } from "./burn-rate.ts";

/** What is kept of the points in one slice of the time: enough to draw it as if none were missing. */
export interface Slice {
  /** Its place, from 0. */
  readonly index: number;
  readonly first: Point;
  lowest: Point;
  highest: Point;
  last: Point;
}

/** Points of any number, thinned to the first, the lowest, the highest and the last of each slice of the time. */
export class ThinnedPoints {
  #slices: Slice[] = [];

  /** Takes the next point, which is no older than the one before. True: it opened a slice. */
  add(index: number, point: Point): boolean {
    const current = this.#slices.at(-1);
    if (current === undefined || current.index < index) {
      this.#slices.push({ index, first: point, lowest: point, highest: point, last: point });
      return true;
    }
    // Only drawn, so doubles are enough.
    if (Number(point.amount) < Number(current.lowest.amount)) current.lowest = point;
    if (Number(point.amount) > Number(current.highest.amount)) current.highest = point;
    current.last = point;
    return false;
  }

  /** Makes one slice of each two. */
  halve(): void {
    this.#slices = halved(this.#slices);
  }

  get slices(): readonly Slice[] {
    return this.#slices;
  }
}

/** Slices of twice the length. */
export function halved(slices: readonly Slice[]): Slice[] {
  const wider: Slice[] = [];
  for (const slice of slices) {
    const index = Math.floor(slice.index / 2);
    const before = wider.at(-1);
    if (before?.index === index) {
      if (Number(slice.lowest.amount) < Number(before.lowest.amount)) before.lowest = slice.lowest;
      if (Number(slice.highest.amount) > Number(before.highest.amount)) before.highest = slice.highest;
      before.last = slice.last;
    } else {
      wider.push({ ...slice, index });
    }
  }
  return wider;
}

/** The points of a slice in the order of their times, each once. */
export function pointsOf({ first, lowest, highest, last }: Slice): readonly Point[] {
  return [...new Set([first, lowest, highest, last])].toSorted((one, other) => one.atMs - other.atMs);
}
