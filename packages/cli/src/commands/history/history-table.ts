import { toScale, type Decimal } from "@openbalance/normalize";
import { formatDuration } from "../../runtime/duration.ts";
import { rowName } from "../../output/row-name.ts";
import type { Style } from "../../output/style.ts";
import { formatTable, type Cell, type Column } from "../../output/table.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { endDateOf, longestRunwayMs, type Series } from "./series.ts";
import { formatSparkline } from "./sparkline.ts";

const columns: readonly Column[] = [
  { title: "VENDOR", align: "left" },
  { title: "ACCOUNT", align: "left" },
  { title: "ASSET", align: "left" },
  { title: "LEFT", align: "decimal" },
  { title: "THRESHOLD", align: "decimal" },
  { title: "SPENT", align: "decimal" },
  { title: "PER DAY ≈", align: "decimal" },
  { title: "LASTS ≈", align: "left" },
  { title: "ENDS ≈", align: "left" },
  { title: "CHART", align: "left" },
];

const chartWidth = 24;

/** One line for every balance: what is left, how fast it goes and how long it lasts. */
export function formatHistory(series: readonly JudgedSeries[], style: Style): string {
  const rows = series.map((each): Cell[] => {
    const { vendor, account, asset, code = asset, pool, left, threshold, verdict, burnRate } = each;
    const isEstimate = burnRate.kind === "estimate";
    return [
      { text: vendor },
      { text: account },
      { text: rowName(code, pool) },
      { text: left, format: verdict === "below" ? "red" : undefined },
      { text: threshold ?? "" },
      { text: isEstimate ? burnRate.spent : "" },
      { text: isEstimate ? formatEstimate(burnRate.perDay) : "" },
      { text: describeRunway(each), format: isEstimate ? undefined : "yellow" },
      { text: endDateOf(each) ?? "" },
      { text: formatSparkline(each, chartWidth), format: "cyan" },
    ];
  });
  return formatTable(columns, rows, style);
}

/** How long a balance lasts, or why that cannot be said. */
export function describeRunway({ burnRate }: Series): string {
  if (burnRate.kind === "insufficient history") return `insufficient history (${burnRate.reason})`;
  const { runwayMs } = burnRate;
  if (burnRate.isGrowing === true) return "it grows";
  if (runwayMs === undefined) return "nothing spent";
  if (runwayMs > longestRunwayMs) return "over 100 years";
  return runwayMs === 0 ? "nothing left" : formatDuration(runwayMs);
}

/** An estimate with three digits that mean something: more would look like knowledge. */
export function formatEstimate(amount: Decimal): string {
  const size = amount.replace("-", "");
  const [whole = "", fraction = ""] = size.split(".");
  if (whole !== "0") return toScale(amount, 3 - whole.length, "half-even");
  return toScale(amount, /[1-9]/.exec(fraction) === null ? 0 : fraction.search(/[1-9]/) + 3, "half-even");
}
