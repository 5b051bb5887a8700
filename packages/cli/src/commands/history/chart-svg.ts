import { formatDuration } from "../../runtime/duration.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Point } from "./burn-rate.ts";
import { formatUtcMinute } from "./utc-minute.ts";

const width = 1000;
const height = 240;
const mostMarks = 240;

/** What a chart shows of a balance. Only drawn from doubles; its texts are exact. */
export interface Chart {
  readonly svg: string;
  /** The amounts at the upper and lower edge. */
  readonly upper: number;
  readonly lower: number;
}

/** Draws an amount over time: a step where it changes, nothing where nobody looked. */
export function drawChart(points: readonly Point[], startMs: number, endMs: number, label: string): Chart {
  const { lower, upper } = rangeOf(points);
  const x = (atMs: number): number => round(((atMs - startMs) / Math.max(1, endMs - startMs)) * width);
  const y = (amount: string): number => {
    const share = upper === lower ? 0.5 : (Number(amount) - lower) / (upper - lower);
    return round(height - share * height);
  };
  const paths = segmentsOf(points).map((segment) => {
    const [first] = segment;
    const last = segment.at(-1);
    if (first === undefined || last === undefined) return "";
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
    ...marksOf(points, x),
    "</svg>",
  ].join("\n");
  return { svg, upper, lower };
}

/** From the lowest to the highest amount; down to zero where that does not flatten what happened. */
function rangeOf(points: readonly Point[]): { lower: number; upper: number } {
  const amounts = points.map(({ amount }) => Number(amount));
  const lowest = Math.min(...amounts);
  const highest = Math.max(...amounts);
  const showsZero = lowest > 0 && highest - lowest >= highest / 4;
  const lower = showsZero ? 0 : lowest;
  if (highest > lower) return { lower, upper: highest };
  return { lower: lowest - 1, upper: highest + 1 };
}

/** Splits where readings are missing: four times as long without one as usual. */
function segmentsOf(points: readonly Point[]): readonly (readonly Point[])[] {
  const gaps = points.slice(1).map(({ atMs }, index) => atMs - (points[index]?.atMs ?? atMs));
  const usual = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
  const segments: Point[][] = [];
  for (const [index, point] of points.entries()) {
    const gap = gaps[index - 1];
    if (gap === undefined || gap > usual * 4) segments.push([point]);
    else segments.at(-1)?.push(point);
  }
  return segments;
}

/** Invisible stripes that tell the amount under the pointer. */
function marksOf(points: readonly Point[], x: (atMs: number) => number): readonly string[] {
  const every = Math.ceil(points.length / mostMarks);
  const marked = points.filter((_, index) => index % every === 0);
  return marked.map(({ atMs, amount }, index) => {
    const from = x(atMs);
    const next = marked[index + 1];
    const until = next === undefined ? Math.min(width, from + 8) : x(next.atMs);
    const text = `${formatUtcMinute(atMs)}: ${amount}`;
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
