import { join } from "node:path";
import { openOwnFile } from "../runtime/open-own-file.ts";
import { fileLines, findLine } from "./file-lines.ts";
import { listMonths, monthFile } from "./months.ts";
import { parseReading, type TimedReading } from "./reading.ts";
import { ReadingWindow } from "./reading-window.ts";

/** How far a line may be from its place when the first one is looked for: a clock that was set back, an hour or a day. */
const slackMs = 86_400_000;

/**
 * Reads what was kept since a time, oldest first, some thousand readings at a time: what it takes of memory does not
 * depend on how many there are. Rejects with the code of the system. A store that is not there yet is empty.
 */
export class ReadingScan implements AsyncIterable<readonly TimedReading[]> {
  /** Lines so far that are no readings: what a crash cut off. */
  damagedLines = 0;
  /** Readings so far that were left out because thousands of later ones were kept before them. */
  lateReadings = 0;
  readonly #folder: string;
  readonly #sinceMs: number;

  constructor(folder: string, since: Date) {
    this.#folder = folder;
    this.#sinceMs = since.getTime();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly TimedReading[], undefined> {
    const firstMonth = new Date(this.#sinceMs).toISOString().slice(0, 7);
    const window = new ReadingWindow();
    for (const month of (await listMonths(this.#folder)).filter((name) => name >= firstMonth)) {
      await using file = await openOwnFile(join(this.#folder, monthFile(month)), "read");
      const from = await findLine(file, this.#sinceMs - slackMs, (line) => parseReading(line)?.atMs);
      for await (const lines of fileLines(file, from)) {
        for (const line of lines) this.#take(line, window);
        yield window.give();
      }
    }
    yield window.giveRest();
    return undefined;
  }

  #take(line: string, window: ReadingWindow): void {
    if (line === "") return;
    const reading = parseReading(line);
    if (reading === undefined) {
      this.damagedLines += 1;
      return;
    }
    if (reading.atMs >= this.#sinceMs && !window.take(reading)) this.lateReadings += 1;
  }
}
