import { formatDuration } from "../duration.ts";
import { rowName } from "../output/row-name.ts";
import type { Style } from "../output/style.ts";
import { formatTable, type Cell, type Column } from "../output/table.ts";
import type { Series } from "./series.ts";
import { formatSparkline } from "./sparkline.ts";

const columns: readonly Column[] = [
  { title: "VENDOR", align: "left" },
  { title: "ACCOUNT", align: "left" },
  { title: "ASSET", align: "left" },
  { title: "LEFT", align: "decimal" },
  { title: "SPENT", align: "decimal" },
  { title: "PER DAY ≈", align: "decimal" },
  { title: "RUNWAY ≈", align: "left" },
  { title: "CHART", align: "left" },
];

const chartWidth = 24;
const longestRunwayMs = 36_525 * 86_400_000;

/** One line for every balance: what is left, how fast it goes and how long it lasts. */
export function formatHistory(
  series: readonly Series[],
  startMs: number,
  endMs: number,
  style: Style,
): string {
  const rows = series.map((each): Cell[] => {
    const { vendor, account, asset, code = asset, pool, left, burnRate, points } = each;
    const isEstimate = burnRate.kind === "estimate";
    return [
      { text: vendor },
      { text: account },
      { text: rowName(code, pool) },
      { text: left },
      { text: isEstimate ? burnRate.spent : "" },
      { text: isEstimate ? burnRate.perDay : "" },
      { text: describeRunway(each), format: isEstimate ? undefined : "yellow" },
      { text: formatSparkline(points, startMs, endMs, chartWidth), format: "cyan" },
    ];
  });
  return formatTable(columns, rows, style);
}

/** How long a balance lasts, or why that cannot be said. */
export function describeRunway({ burnRate }: Series): string {
  if (burnRate.kind === "insufficient history") return `insufficient history (${burnRate.reason})`;
  const { runwayMs } = burnRate;
  if (runwayMs === undefined) return "nothing spent";
  if (runwayMs > longestRunwayMs) return "over 100 years";
  return runwayMs === 0 ? "nothing left" : formatDuration(runwayMs);
}
