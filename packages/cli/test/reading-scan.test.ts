import { execFile } from "node:child_process";
import { appendFile, mkdir, readFile, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { assert, asyncProperty, integer } from "fast-check";
import { describe, expect, it } from "vitest";
import { appendReadings } from "../src/readings/append-readings.ts";
import { ReadingScan } from "../src/readings/reading-scan.ts";
import type { Reading } from "../src/readings/reading.ts";
import { loadReadings } from "./kept-history.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const startMs = Date.parse("2026-11-01T00:00:00Z");
const minuteMs = 60_000;
const epoch = new Date(0);

function reading(minute: number, more: Partial<Reading> = {}): Reading {
  const at = new Date(startMs + minute * minuteMs).toISOString();
  const amounts = { total: String(minute) as `${number}` };
  return { at, vendor: "telnyx", account: "prod", asset: "iso4217:USD", amounts, ...more };
}

const minutes = (count: number): readonly Reading[] =>
  Array.from({ length: count }, (_, each) => reading(each));

describe("what was kept", () => {
  it("is read line by line, whatever is in a line and however long it is", async () => {
    await using folder = await temporaryFolder();
    const odd = { ...reading(1), account: "a\u2028b\u2029c\rd\u0085e" };
    const long = { ...reading(2), pool: "€".repeat(800_000) };
    await appendReadings(folder.path, [reading(0), odd, long, reading(3)]);
    // As an earlier version wrote it, without escapes.
    await appendFile(
      join(folder.path, "2026-11.jsonl"),
      `${JSON.stringify({ ...odd, at: reading(4).at })}\n`,
    );
    const { readings, damagedLines } = await loadReadings(folder.path, epoch);
    expect(damagedLines).toBe(0);
    expect(readings).toEqual([reading(0), odd, long, reading(3), { ...odd, at: reading(4).at }]);
  });

  it("holds no line in memory that can be no reading, and goes on behind it", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "2026-11.jsonl");
    await appendReadings(folder.path, [reading(0)]);
    const { length } = await readFile(file);
    await truncate(file, length + 36_000_000);
    await appendReadings(folder.path, [reading(1), reading(2)]);
    expect(await loadReadings(folder.path, epoch)).toEqual({
      readings: [reading(0), reading(1), reading(2)],
      damagedLines: 1,
    });
  });

  it("is found from any time on, without reading what is older", async () => {
    await using folder = await temporaryFolder();
    const all = minutes(20_000);
    await writeFile(join(folder.path, "2026-11.jsonl"), "no reading\n".repeat(1_000));
    await appendReadings(folder.path, all);
    const lastDays = await loadReadings(folder.path, new Date(startMs + 18_000 * minuteMs));
    expect(lastDays).toEqual({ readings: all.slice(18_000), damagedLines: 0 });
    await assert(
      asyncProperty(integer({ min: -10, max: 20_010 }), async (minute) => {
        const since = new Date(startMs + minute * minuteMs);
        const { readings } = await loadReadings(folder.path, since);
        expect(readings).toEqual(all.slice(Math.max(0, minute)));
      }),
      { numRuns: 15 },
    );
  });

  it("comes in order where several processes keep it, and where a clock is set back a little", async () => {
    await using folder = await temporaryFolder();
    const all = minutes(10_000);
    const shuffled = all.toSorted((one, other) => place(one) - place(other));
    await appendReadings(folder.path, shuffled);
    expect(shuffled).not.toEqual(all);
    expect((await loadReadings(folder.path, epoch)).readings).toEqual(all);
  });

  it("leaves out, and counts, what was kept thousands of readings after later ones", async () => {
    await using folder = await temporaryFolder();
    const all = minutes(20_000);
    await appendReadings(folder.path, [...all, reading(1, { account: "late" })]);
    const scan = new ReadingScan(folder.path, epoch);
    let count = 0;
    for await (const batch of scan) count += batch.length;
    expect({ count, late: scan.lateReadings }).toEqual({ count: 20_000, late: 1 });
  });
});

describe.runIf(process.platform !== "win32")("a month in whose place lies", () => {
  it.each([
    ["a link", async (path: string) => symlink(join(path, "../elsewhere"), path), "ELOOP"],
    ["a folder", async (path: string) => mkdir(path), "EISDIR"],
    ["a pipe", async (path: string) => promisify(execFile)("mkfifo", [path]), /EINVAL|ENXIO/],
  ])("%s is neither written nor read", async (_title, make, code) => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "elsewhere"), "kept\n");
    await make(join(folder.path, "2026-11.jsonl"));
    const expected = { code: expect.stringMatching(code) };
    await expect(appendReadings(folder.path, [reading(0)])).rejects.toMatchObject(expected);
    await expect(loadReadings(folder.path, epoch)).rejects.toMatchObject({
      code: expect.stringMatching(/^E/),
    });
    expect(await readFile(join(folder.path, "elsewhere"), "utf8")).toBe("kept\n");
  });
});

/** A place that is up to some hundred lines from where a reading belongs. */
function place({ at }: Reading): number {
  const minute = (Date.parse(at) - startMs) / minuteMs;
  return minute + ((minute * 7_919) % 600);
}
