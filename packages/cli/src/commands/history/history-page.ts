import { formatDuration } from "../../runtime/duration.ts";
import { describeStart, drawChart, type Chart } from "./chart-svg.ts";
import { escapeHtml } from "./escape-html.ts";
import { describeRunway, formatEstimate } from "./history-table.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { pageStyle } from "./page-style.ts";
import { endDateOf } from "./series.ts";
import { halved, type Slice } from "./thinned-points.ts";
import { formatUtcMinute } from "./utc-minute.ts";

/** A page with a chart for every balance: one file, no script, nothing from a network. */
export function formatHistoryPage(series: readonly JudgedSeries[], startMs: number, endMs: number): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Balances until ${formatUtcMinute(endMs)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>Balances</h1>
<p>${formatUtcMinute(startMs)} to ${formatUtcMinute(endMs)}. What was spent is exact, leaving out times with a top-up. What it is a day and how long the rest lasts are estimates.</p>
</header>
<main>
${series.map((each) => formatCard(each, series.length, startMs, endMs)).join("\n")}
</main>
</body>
</html>
`;
}

/** As fine as a page may be that is opened on a phone: about 230 bytes a slice. */
const mostSlicesOfPage = 1_000;

/** The slices of a chart that is one of several on a page. */
function drawnSlices(
  { slices, sliceCount }: Pick<JudgedSeries, "slices" | "sliceCount">,
  charts: number,
): readonly Slice[] {
  const most = Math.max(24, mostSlicesOfPage / charts);
  return sliceCount <= most
    ? slices
    : drawnSlices({ slices: halved(slices), sliceCount: sliceCount / 2 }, charts);
}

function formatCard(series: JudgedSeries, charts: number, startMs: number, endMs: number): string {
  const { vendor, account, asset, code = asset, pool, row, left, burnRate, field } = series;
  const places = [pool, row].filter((place) => place !== undefined).map((place) => ` (${place})`);
  const name = `${vendor}${account === vendor ? "" : ` ${account}`}${places.join("")}`;
  const chart = drawChart(
    drawnSlices(series, charts),
    startMs,
    endMs,
    `${name}: ${field} in ${code} over time, now ${left}`,
  );
  const [upper, lower] = formatScale(chart);
  const endDate = endDateOf(series);
  const facts: (readonly [term: string, value: string])[] = [
    ...(series.threshold === undefined ? [] : [["Threshold", describeThreshold(series, code)] as const]),
    ["Lasts (estimate)", describeRunway(series)],
    ...(endDate === undefined ? [] : [["Ends (estimate)", endDate] as const]),
    ...(burnRate.kind === "estimate"
      ? [
          ["Per day (estimate)", `${formatEstimate(burnRate.perDay)} ${code}`] as const,
          ["Spent", `${burnRate.spent} ${code}`] as const,
          ["In", formatDuration(burnRate.observedMs)] as const,
          ["Top-ups", String(burnRate.topUps)] as const,
        ]
      : []),
  ];
  const list = facts.map(([term, value]) => `<div><dt>${term}</dt><dd>${escapeHtml(value)}</dd></div>`);
  return `<article>
<h2>${escapeHtml(name)} <span>${escapeHtml(code)}</span></h2>
<p class="left">${escapeHtml(left)} <small>${escapeHtml(code)} left</small></p>
<figure>
<div class="scale"><span>${upper}</span><span>${lower}</span></div>
${chart.svg}
<figcaption><span>${describeStart(startMs, endMs)}</span><span>${escapeHtml(field)}</span><span>now</span></figcaption>
</figure>
<dl>${list.join("")}</dl>
</article>`;
}

function describeThreshold({ threshold, verdict }: JudgedSeries, code: string): string {
  return `${threshold} ${code}${verdict === undefined ? "" : `, ${verdict}`}`;
}

/** The edges of a chart, rounded for the eye, with as many digits as it takes to tell them apart. */
function formatScale({ upper, lower }: Chart): readonly [string, string] {
  const edges = (maximumSignificantDigits: number): readonly [string, string] => {
    const notation = maximumSignificantDigits > 6 ? "standard" : "compact";
    const format = new Intl.NumberFormat("en", { notation, maximumSignificantDigits });
    return [format.format(upper), format.format(lower)];
  };
  const candidates = [4, 6, 9, 12, 17].map(edges);
  return candidates.find(([one, other]) => one !== other) ?? ["", ""];
}
