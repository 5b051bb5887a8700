import type { Decimal } from "@openbalance/normalize";
import { safeJson } from "../../output/safe-text.ts";
import type { TimedReading } from "../../readings/reading.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { balanceKey, endDateOf } from "./series.ts";

const pointsOfPiece = 4_096;

export interface HistoryJson {
  readonly series: readonly JudgedSeries[];
  readonly startMs: number;
  readonly endMs: number;
  /** Reads the readings of the series once more, oldest first. */
  readonly readings: () => AsyncIterable<readonly TimedReading[]>;
  /**
   * How many points may wait for the series before theirs, a million unless given; series with more together are read
   * in parts.
   */
  readonly mostWaiting?: number;
}

/** The document `balance-history/1` in pieces, which are never together in memory. */
export async function* historyJson({
  series,
  startMs,
  endMs,
  readings,
  mostWaiting = 1_000_000,
}: HistoryJson): AsyncGenerator<string, undefined> {
  const [since, until] = [startMs, endMs].map((ms) => JSON.stringify(new Date(ms).toISOString()));
  yield `{\n  "schema": "balance-history/1",\n  "since": ${since},\n  "until": ${until},\n  "series": [`;
  let start = "\n";
  for (const part of partsOf(series, mostWaiting)) {
    for await (const piece of partJson(part, readings())) {
      yield piece.isStart ? start + piece.text : piece.text;
      if (piece.isStart) start = ",\n";
    }
  }
  yield `${series.length === 0 ? "" : "\n  "}]\n}\n`;
  return undefined;
}

/** Series whose points may wait for each other together; one with more stands alone, and none of its points waits. */
function partsOf(series: readonly JudgedSeries[], mostWaiting: number): readonly (readonly JudgedSeries[])[] {
  const parts: JudgedSeries[][] = [];
  let count = Infinity;
  for (const each of series) {
    count += each.count;
    if (count > mostWaiting) {
      parts.push([]);
      count = each.count;
    }
    parts.at(-1)?.push(each);
  }
  return parts;
}

interface Piece {
  readonly text: string;
  /** Whether a series begins with it. */
  readonly isStart: boolean;
}

async function* partJson(
  part: readonly JudgedSeries[],
  readings: AsyncIterable<readonly TimedReading[]>,
): AsyncGenerator<Piece, undefined> {
  const waiting = new Map(part.map((each) => [balanceKey(each), new WaitingPoints(each)]));
  const [alone, ...others] = waiting.values();
  const isAlone = alone !== undefined && others.length === 0;
  if (isAlone) yield { text: alone.head(), isStart: true };
  for await (const batch of readings) {
    for (const reading of batch) waiting.get(balanceKey(reading.reading))?.add(reading);
    if (isAlone) yield* alone.take();
  }
  if (!isAlone) {
    for (const points of waiting.values()) {
      yield { text: points.head(), isStart: true };
      yield* points.take();
      yield points.tail();
    }
  } else yield alone.tail();
  return undefined;
}

/** Points of a series that are not written yet. */
class WaitingPoints {
  readonly #series: JudgedSeries;
  #times: number[] = [];
  #amounts: Decimal[] = [];
  #taken = 0;

  constructor(series: JudgedSeries) {
    this.#series = series;
  }

  add({ atMs, reading }: TimedReading): void {
    const amount = reading.amounts[this.#series.field];
    // What was kept since the series was made is no part of it.
    if (amount === undefined || this.#taken + this.#times.length === this.#series.count) return;
    this.#times.push(atMs);
    this.#amounts.push(amount);
  }

  /** All of the series but its points. */
  head(): string {
    const {
      latest: _latest,
      count: _count,
      slices: _slices,
      sliceCount: _sliceCount,
      ...stated
    } = this.#series;
    const endsOn = endDateOf(this.#series);
    const text = safeJson({ ...stated, endsOn }, 2).replaceAll("\n", "\n    ");
    return `    ${text.slice(0, text.lastIndexOf("\n"))},\n      "points": [`;
  }

  /** The points since they were taken last, some thousand at a time. */
  *take(): Generator<Piece> {
    for (let from = 0; from < this.#times.length; from += pointsOfPiece) {
      const lines = this.#times.slice(from, from + pointsOfPiece).map((atMs, index) => {
        return `        {"at":"${new Date(atMs).toISOString()}","amount":"${this.#amounts[from + index]}"}`;
      });
      yield { text: (this.#taken + from === 0 ? "\n" : ",\n") + lines.join(",\n"), isStart: false };
    }
    this.#taken += this.#times.length;
    this.#times = [];
    this.#amounts = [];
  }

  tail(): Piece {
    return { text: "\n      ]\n    }", isStart: false };
  }
}
