import { formatDuration } from "../../runtime/duration.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Point } from "./burn-rate.ts";
import { pointsOf, type Slice } from "./thinned-points.ts";
import { formatUtcMinute } from "./utc-minute.ts";

const width = 1000;
const height = 240;

/** What a chart shows of a balance. Only drawn from doubles; its texts are exact. */
export interface Chart {
  readonly svg: string;
  /** The amounts at the upper and lower edge. */
  readonly upper: number;
  readonly lower: number;
}

/** Draws an amount over time: a step where it changes, nothing where nobody looked. */
export function drawChart(slices: readonly Slice[], startMs: number, endMs: number, label: string): Chart {
  const { lower, upper } = rangeOf(slices);
  const x = (atMs: number): number => round(((atMs - startMs) / Math.max(1, endMs - startMs)) * width);
  const y = (amount: string): number => {
    const share = upper === lower ? 0.5 : (Number(amount) - lower) / (upper - lower);
    return round(height - share * height);
  };
  const paths = segmentsOf(slices).map((segment) => {
    const [first] = segment;
    if (first === undefined) return "";
    // A segment of one reading is a dot: a line of no length with round ends.
    const steps = segment.slice(1).map(({ atMs, amount }) => `H${x(atMs)}V${y(amount)}`);
    const line = `M${x(first.atMs)} ${y(first.amount)}${steps.length === 0 ? "h0" : steps.join("")}`;
    const area = `${line}V${height}H${x(first.atMs)}Z`;
    // A surface says how much there is, which it can only where it begins at zero.
    const surface = lower === 0 ? `<path class="area" d="${area}"/>` : "";
    return `${surface}<path class="line" d="${line}"/>`;
  });
  const svg = [
    `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(label)}">`,
    ...paths,
    ...marksOf(slices, x),
    "</svg>",
  ].join("\n");
  return { svg, upper, lower };
}

/** From the lowest to the highest amount; down to zero where that does not flatten what happened. */
function rangeOf(slices: readonly Slice[]): { lower: number; upper: number } {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const slice of slices) {
    lowest = Math.min(lowest, Number(slice.lowest.amount));
    highest = Math.max(highest, Number(slice.highest.amount));
  }
  const showsZero = lowest > 0 && highest - lowest >= highest / 4;
  const lower = showsZero ? 0 : lowest;
  if (highest > lower) return { lower, upper: highest };
  return { lower: lowest - 1, upper: highest + 1 };
}

/** Splits where readings are missing: four times as long without one as usual. */
function segmentsOf(slices: readonly Slice[]): readonly (readonly Point[])[] {
  const gaps = slices
    .slice(1)
    .map(({ first }, index) => first.atMs - (slices[index]?.last.atMs ?? first.atMs));
  const usual = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
  const segments: Point[][] = [];
  for (const [index, slice] of slices.entries()) {
    const gap = gaps[index - 1];
    if (gap === undefined || gap > usual * 4) segments.push([]);
    for (const point of pointsOf(slice)) segments.at(-1)?.push(point);
  }
  return segments;
}

/** Invisible stripes that tell the amount under the pointer. */
function marksOf(slices: readonly Slice[], x: (atMs: number) => number): readonly string[] {
  return slices.map(({ first, last }, index) => {
    const from = x(first.atMs);
    const next = slices[index + 1];
    const until = next === undefined ? Math.min(width, x(last.atMs) + 8) : x(next.first.atMs);
    const text = `${formatUtcMinute(last.atMs)}: ${last.amount}`;
    return `<rect class="mark" x="${from}" y="0" width="${round(Math.max(1, until - from))}" height="${height}"><title>${escapeHtml(text)}</title></rect>`;
  });
}

/** When a chart begins, as a person says it. */
export function describeStart(startMs: number, endMs: number): string {
  return `${formatDuration(endMs - startMs)} ago`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
