import type { Series } from "./series.ts";

const bars = "▁▂▃▄▅▆▇█";

/** A chart of one line: the last amount in each part of the time, and a blank where there is none. */
export function formatSparkline(
  { slices, sliceCount }: Pick<Series, "slices" | "sliceCount">,
  width: number,
): string {
  const parts: (number | undefined)[] = Array.from({ length: width });
  let lowest = Infinity;
  let highest = -Infinity;
  for (const { index, last } of slices) {
    // Only drawn, so a double is enough.
    parts[Math.floor((index / sliceCount) * width)] = Number(last.amount);
  }
  for (const value of parts) {
    if (value === undefined) continue;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  const span = highest - lowest;
  return parts
    .map((value) => {
      if (value === undefined) return " ";
      const level = span === 0 ? 0.5 : (value - lowest) / span;
      return bars[Math.min(bars.length - 1, Math.floor(level * bars.length))] ?? " ";
    })
    .join("");
}
