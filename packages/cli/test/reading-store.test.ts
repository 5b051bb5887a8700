import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, readFile, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { appendReadings } from "../src/readings/append-readings.ts";
import { forgetReadings } from "../src/readings/months.ts";
import type { Reading } from "../src/readings/reading.ts";
import { loadReadings } from "./kept-history.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const epoch = new Date(0);

function reading(at: string, total: `${number}` = "1"): Reading {
  return { at, vendor: "telnyx", account: "prod", asset: "iso4217:USD", code: "USD", amounts: { total } };
}

describe("the store of readings", () => {
  it("gives back what was kept, oldest first, over the turn of a year", async () => {
    await using folder = await temporaryFolder();
    const older = reading("2025-12-31T23:59:59.000Z", "12.340000000000000000001");
    const newer = { ...reading("2026-01-01T00:00:00.000Z"), pool: "issuing" };
    await appendReadings(folder.path, [newer, older]);
    expect(await loadReadings(folder.path, epoch)).toEqual({ readings: [older, newer], damagedLines: 0 });
    expect(await loadReadings(folder.path, new Date(newer.at))).toEqual({
      readings: [newer],
      damagedLines: 0,
    });
  });

  it("loses nothing that was reported as written when the process is killed, again and again", async () => {
    await using folder = await temporaryFolder();
    const script = fileURLToPath(new URL("append-forever.ts", import.meta.url));
    const reported: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const child = spawn(process.execPath, [script, folder.path, String(round * 100_000)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const output = text(child.stdout);
      await once(child.stdout, "data");
      // Long enough for some writes, short enough to stay in the middle of them.
      await new Promise((resolve) => setTimeout(resolve, 20 + 13 * round));
      child.kill("SIGKILL");
      await once(child, "close");
      // A number that is cut off was not reported.
      reported.push(...(await output).split("\n").slice(0, -1).map(Number));
    }
    const { readings } = await loadReadings(folder.path, epoch);
    const kept = new Set(readings.map(({ amounts }) => Number(amounts.total)));
    // Each round said of one at least that it is written.
    expect(reported.length).toBeGreaterThanOrEqual(5);
    expect(reported.filter((number) => !kept.has(number))).toEqual([]);
  });

  it("cut off at any byte of its last line, it keeps all others, says so, and goes on", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "2026-11.jsonl");
    const first = reading("2026-11-01T00:00:00.000Z", "1");
    await appendReadings(folder.path, [first]);
    const { size: keptSize } = await stat(file);
    const lost = `${JSON.stringify(reading("2026-11-02T00:00:00.000Z", "2"))}\n`;
    const last = reading("2026-11-03T00:00:00.000Z", "3");
    for (let cut = 1; cut < lost.length - 1; cut += 1) {
      await truncate(file, keptSize);
      await appendFile(file, lost.slice(0, cut));
      await appendReadings(folder.path, [last]);
      expect(await loadReadings(folder.path, epoch)).toEqual({ readings: [first, last], damagedLines: 1 });
    }
  });

  it("is readable by its owner alone", async () => {
    await using folder = await temporaryFolder();
    const inner = join(folder.path, "history");
    await appendReadings(inner, [reading("2026-11-01T00:00:00.000Z")]);
    const modes = [inner, join(inner, "2026-11.jsonl")].map(async (path) => (await stat(path)).mode % 0o1000);
    expect(await Promise.all(modes)).toEqual([0o700, 0o600]);
  });

  it("takes no line for a reading that is none", async () => {
    await using folder = await temporaryFolder();
    const good = reading("2026-11-01T00:00:00.000Z");
    await appendReadings(folder.path, [good]);
    const lines = [
      "null",
      "{}",
      JSON.stringify({ ...good, at: "yesterday" }),
      JSON.stringify({ ...good, pool: 1 }),
      JSON.stringify({ ...good, amounts: { total: 1 } }),
      JSON.stringify({ ...good, amounts: { total: "1.0" } }),
    ];
    await appendFile(join(folder.path, "2026-11.jsonl"), `${lines.join("\n")}\n\n`);
    expect(await loadReadings(folder.path, epoch)).toEqual({ readings: [good], damagedLines: lines.length });
  });

  it("forgets whole months that ended before a time, and no other", async () => {
    await using folder = await temporaryFolder();
    const months = ["2026-08", "2026-09", "2026-10"].map((month) => reading(`${month}-15T00:00:00.000Z`));
    await appendReadings(folder.path, months);
    expect(await forgetReadings(folder.path, new Date("2026-10-01T00:00:00Z"))).toEqual([
      "2026-08",
      "2026-09",
    ]);
    expect((await loadReadings(folder.path, epoch)).readings).toEqual(months.slice(2));
  });

  it("is empty where nothing was kept yet", async () => {
    await using folder = await temporaryFolder();
    expect(await loadReadings(join(folder.path, "none"), epoch)).toEqual({ readings: [], damagedLines: 0 });
  });

  it("writes one line a reading that other programs can read", async () => {
    await using folder = await temporaryFolder();
    const kept = [reading("2026-11-01T00:00:00.000Z"), reading("2026-11-01T01:00:00.000Z")];
    await appendReadings(folder.path, kept);
    const lines = (await readFile(join(folder.path, "2026-11.jsonl"), "utf8")).split("\n");
    // An empty one begins what is appended, in case a crash left half a line before it.
    expect(lines.filter((line) => line !== "").map((line): unknown => JSON.parse(line))).toEqual(kept);
  });
});
