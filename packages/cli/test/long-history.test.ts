import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../src/commands/history/burn-rate.ts";
import { drawChart } from "../src/commands/history/chart-svg.ts";
import { historyJson } from "../src/commands/history/history-json.ts";
import { formatHistoryPage } from "../src/commands/history/history-page.ts";
import { formatHistory } from "../src/commands/history/history-table.ts";
import { SeriesCollector } from "../src/commands/history/series-collector.ts";
import { halved, pointsOf } from "../src/commands/history/thinned-points.ts";
import { createStyle } from "../src/output/style.ts";
import { appendReadings } from "../src/readings/append-readings.ts";
import type { Reading, TimedReading } from "../src/readings/reading.ts";
import { thin } from "./kept-history.ts";
import { runCommand } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const endMs = Date.parse("2026-11-22T00:00:00Z");
const startMs = endMs - 30 * 86_400_000;
const style = createStyle({ write: () => true }, {});

/** So many readings, evenly over the time, of so many accounts in turn. Each has one low and one high in it. */
function* manyReadings(count: number, accounts: number): Generator<TimedReading> {
  for (let index = 0; index < count; index += 1) {
    const atMs = startMs + Math.floor(((endMs - startMs) * index) / count);
    const turn = Math.floor(index / accounts);
    const odd = turn === 12 ? "0.25" : turn === 13 ? "987654.5" : undefined;
    const available = (odd ?? String(500_000 - turn)) as `${number}`;
    const account = `account-${index % accounts}`;
    const at = new Date(atMs).toISOString();
    const reading: Reading = { at, vendor: "telnyx", account, asset: "iso4217:USD", amounts: { available } };
    yield { atMs, reading };
  }
}

function collect(count: number, accounts: number): ReturnType<SeriesCollector["series"]> {
  const collector = new SeriesCollector(startMs, endMs);
  for (const each of manyReadings(count, accounts)) collector.add(each);
  return collector.series();
}

describe("a long history", () => {
  it.each([
    [300_000, 1],
    [300_000, 20],
  ])("of %i readings of %i balances is a page of 300 KB at most, extremes kept", (count, accounts) => {
    const page = formatHistoryPage(collect(count, accounts), startMs, endMs);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(300_000);
    expect(page.match(/<span>987\.7K<\/span><span>0<\/span>/g)).toHaveLength(accounts);
  });

  it("of 130,000 balances is a table, and one of 130,000 readings a page", async () => {
    const lines = formatHistory(collect(130_000, 130_000), style).split("\n");
    expect(lines).toHaveLength(130_002);
    await using folder = await temporaryFolder();
    const now = Date.now();
    const readings = Array.from({ length: 130_000 }, (_, index): Reading => {
      const at = new Date(now - (130_000 - index) * 1_000).toISOString();
      const amounts = { total: String(200_000 - index) as `${number}` };
      return { at, vendor: "telnyx", account: "prod", asset: "iso4217:USD", amounts };
    });
    await appendReadings(join(folder.path, "history"), readings);
    const environment = { OPENBALANCE_STATE_DIR: folder.path };
    const ended = await runCommand(["history", "--html", "page.html"], environment, folder.path);
    expect(ended).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await readFile(join(folder.path, "page.html"), "utf8")).toContain("<dd>129999 iso4217:USD</dd>");
    expect((await stat(join(folder.path, "page.html"))).size).toBeLessThan(300_000);
  });

  it("keeps more than one point of each balance, however many there are", () => {
    const series = collect(400_000, 20_000);
    expect(series).toHaveLength(20_000);
    expect(series.every(({ slices, sliceCount, count }) => count === 20 && slices.length <= sliceCount)).toBe(
      true,
    );
    expect(series[0]?.sliceCount).toBeLessThan(384);
  });

  it("is one document with --json, in parts or at once", async () => {
    const series = collect(2_500, 5);
    const batches = async function* batches(): AsyncGenerator<readonly TimedReading[]> {
      const all = [...manyReadings(2_500, 5)];
      yield all.slice(0, 1_200);
      yield all.slice(1_200);
      // What is kept between the first reading of the store and the second is no part of it.
      yield all.slice(-5);
    };
    const documents: unknown[] = [];
    for (const mostWaiting of [1, 1_100, 1_000_000]) {
      let text = "";
      for await (const piece of historyJson({ series, startMs, endMs, readings: batches, mostWaiting }))
        text += piece;
      documents.push(JSON.parse(text));
    }
    const [first, ...others] = documents as [{ readonly series: readonly { readonly points: unknown }[] }];
    expect(others).toEqual([first, first]);
    expect(first).toMatchObject({ schema: "balance-history/1", since: new Date(startMs).toISOString() });
    const points = [...manyReadings(2_500, 5)]
      .filter(({ reading }) => reading.account === "account-0")
      .map(({ reading }) => ({ at: reading.at, amount: reading.amounts.available }));
    expect(first.series[0]).toEqual({
      vendor: "telnyx",
      account: "account-0",
      asset: "iso4217:USD",
      field: "available",
      left: "499501",
      burnRate: expect.objectContaining({ kind: "estimate" }),
      endsOn: expect.any(String),
      points,
    });
  });
});

const pointsArbitrary = array(
  record({ gapMs: constantFrom(1, 60_000, 3_600_000), cents: integer({ min: -500, max: 99_999 }) }),
  { minLength: 1, maxLength: 400 },
).map((steps) => {
  let atMs = 0;
  return steps.map(({ gapMs, cents }): Point => ({
    atMs: (atMs += gapMs),
    amount: String(cents) as `${number}`,
  }));
});

function sortedAmounts(points: readonly Point[]): readonly number[] {
  return points.map(({ amount }) => Number(amount)).toSorted((one, other) => one - other);
}

describe("points that are thinned", () => {
  it("are the first, the last, the lowest and the highest of each slice, in order", () => {
    assert(
      property(pointsArbitrary, (points) => {
        const lastMs = (points.at(-1)?.atMs ?? 0) + 1;
        for (const slices of [
          thin(points, 0, lastMs, 48).slices,
          halved(thin(points, 0, lastMs, 96).slices),
        ]) {
          const kept = slices.flatMap(pointsOf);
          expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
          expect([sortedAmounts(kept)[0], sortedAmounts(kept).at(-1)]).toEqual([
            sortedAmounts(points)[0],
            sortedAmounts(points).at(-1),
          ]);
          expect(kept.map(({ atMs }) => atMs)).toEqual(
            kept.map(({ atMs }) => atMs).toSorted((a, b) => a - b),
          );
          expect(kept.length).toBeLessThanOrEqual(4 * 48);
          expect(slices.map(({ index }) => index)).toEqual([
            ...new Set(points.map(({ atMs }) => Math.floor((atMs / lastMs) * 48))),
          ]);
        }
      }),
    );
  });
});

describe("a chart", () => {
  const hourMs = 3_600_000;
  const draw = (amounts: readonly (number | undefined)[]): string => {
    const points = amounts.flatMap((amount, hour): Point[] =>
      amount === undefined ? [] : [{ atMs: hour * hourMs, amount: String(amount) as `${number}` }],
    );
    return drawChart(thin(points, 0, 10 * hourMs, 384).slices, 0, 10 * hourMs, "a").svg;
  };

  it("is a step where an amount changes, above a surface where it begins at zero", () => {
    expect(draw([4, 2, 1])).toContain(
      '<path class="area" d="M0 0H100V120H200V180V240H0Z"/><path class="line" d="M0 0H100V120H200V180"/>',
    );
  });

  it("has no surface where zero is far below", () => {
    expect(draw([100, 99])).toContain('\n<path class="line" d="M0 0H100V240"/>');
  });

  it("is interrupted where nobody looked, and a dot where somebody looked once", () => {
    const gap = [undefined, undefined, undefined, undefined];
    const lines = draw([4, 3, 2, ...gap, 1]).match(/class="line" d="[^"]+"/g);
    expect(lines).toEqual(['class="line" d="M0 0H100V60H200V120"', 'class="line" d="M700 180h0"']);
  });

  it("tells under the pointer what there was when", () => {
    const marks = draw([4, 2]).match(/<rect [^]*?<\/rect>/g);
    expect(marks).toEqual([
      '<rect class="mark" x="0" y="0" width="100" height="240"><title>1970-01-01 00:00 UTC: 4</title></rect>',
      '<rect class="mark" x="100" y="0" width="8" height="240"><title>1970-01-01 01:00 UTC: 2</title></rect>',
    ]);
  });

  it("that never changes lies in the middle", () => {
    const { svg, upper, lower } = drawChart(
      thin([{ atMs: 0, amount: "5" }], 0, hourMs, 24).slices,
      0,
      hourMs,
      "a",
    );
    expect({ upper, lower }).toEqual({ upper: 6, lower: 4 });
    expect(svg).toContain('d="M0 120h0"');
  });
});
