import type { Point } from "./burn-rate.ts";

const bars = "▁▂▃▄▅▆▇█";

/** A chart of one line: the last amount in each slice of the time, and a blank where there is none. */
export function formatSparkline(
  points: readonly Point[],
  startMs: number,
  endMs: number,
  width: number,
): string {
  const slices: (number | undefined)[] = Array.from({ length: width });
  for (const { atMs, amount } of points) {
    const slice = Math.floor(((atMs - startMs) / Math.max(1, endMs - startMs)) * width);
    // Only drawn, so a double is enough.
    slices[Math.min(width - 1, Math.max(0, slice))] = Number(amount);
  }
  const drawn = slices.filter((value) => value !== undefined);
  const lowest = Math.min(...drawn);
  const span = Math.max(...drawn) - lowest;
  return slices
    .map((value) => {
      if (value === undefined) return " ";
      const level = span === 0 ? 0.5 : (value - lowest) / span;
      return bars[Math.min(bars.length - 1, Math.floor(level * bars.length))] ?? " ";
    })
    .join("");
}
