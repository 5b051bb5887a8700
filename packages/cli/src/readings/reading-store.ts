import { constants } from "node:fs";
import { open, readdir, unlink, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../runtime/make-folder.ts";
import { safeJson } from "../output/safe-text.ts";
import { parseReading, type Reading } from "./reading.ts";

/** What a store holds of a time. */
export interface StoredReadings {
  /** Oldest first. */
  readonly readings: readonly Reading[];
  /** Lines that are no readings: what a crash cut off. */
  readonly damagedLines: number;
}

const monthFile = /^(\d{4}-\d{2})\.jsonl$/;
const lineEnd = "\n".charCodeAt(0);

/**
 * Appends readings. When the promise is kept they are on the disk: a crash, of this process or of the machine, loses
 * none of them. One file a month, one line a reading; lines are only ever added.
 */
export async function appendReadings(folder: string, readings: readonly Reading[]): Promise<void> {
  await makeFolder(folder);
  const months = Map.groupBy(readings, ({ at }) => new Date(at).toISOString().slice(0, 7));
  for (const [month, ofMonth] of months) {
    await appendLines(join(folder, `${month}.jsonl`), ofMonth);
  }
  // The names of new files are kept by the folder.
  await syncFolder(folder);
}

async function appendLines(path: string, readings: readonly Reading[]): Promise<void> {
  const lines = readings.map((reading) => `${safeJson(reading)}\n`).join("");
  await using file = await open(path, "a+", 0o600);
  // What a crash cut off must not swallow the first line after it.
  const start = (await endsInLine(file)) ? "" : "\n";
  await file.appendFile(start + lines);
  await file.datasync();
}

async function endsInLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === lineEnd;
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and keeps its entries by itself.
  if (process.platform === "win32") return;
  await using handle = await open(folder, constants.O_RDONLY);
  await handle.sync();
}

/** Reads what was kept since a time, oldest first. A store that is not there yet is empty. */
export async function loadReadings(folder: string, since: Date): Promise<StoredReadings> {
  const firstMonth = since.toISOString().slice(0, 7);
  const readings: Reading[] = [];
  let damagedLines = 0;
  for (const month of (await listMonths(folder)).filter((name) => name >= firstMonth)) {
    await using file = await open(join(folder, `${month}.jsonl`), "r");
    for await (const line of file.readLines()) {
      const reading = parseReading(line);
      if (reading === undefined) damagedLines += line === "" ? 0 : 1;
      else if (Date.parse(reading.at) >= since.getTime()) readings.push(reading);
    }
  }
  return {
    readings: readings.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)),
    damagedLines,
  };
}

/** Deletes the months that ended before a time; gives their names. */
export async function forgetReadings(folder: string, before: Date): Promise<readonly string[]> {
  const firstKept = before.toISOString().slice(0, 7);
  const old = (await listMonths(folder)).filter((month) => month < firstKept);
  for (const month of old) await unlink(join(folder, `${month}.jsonl`));
  return old;
}

async function listMonths(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.flatMap((name) => monthFile.exec(name)?.[1] ?? []).toSorted();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
