import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { safeJson } from "../output/safe-text.ts";
import { makeFolder } from "../runtime/make-folder.ts";
import { openOwnFile } from "../runtime/open-own-file.ts";
import { monthFile } from "./months.ts";
import type { Reading } from "./reading.ts";

/** How often a line may be cut, one time after another, before it is given up. */
const mostWithoutLine = 3;
const lineEnd = "\n".charCodeAt(0);

/**
 * Appends readings. When the promise is kept they are on the disk: a crash, of this process or of the machine, loses
 * none of them, and no other process that writes there. One file a month, one line a reading; lines are only ever added.
 */
export async function appendReadings(folder: string, readings: readonly Reading[]): Promise<void> {
  await makeFolder(folder);
  const months = Map.groupBy(readings, ({ at }) => new Date(at).toISOString().slice(0, 7));
  for (const [month, ofMonth] of months) {
    await using file = await openOwnFile(join(folder, monthFile(month)), "append");
    await appendLines(
      file,
      ofMonth.map((reading) => safeJson(reading)),
    );
    await file.datasync();
  }
  // The names of new files are kept by the folder.
  await syncFolder(folder);
}

/**
 * Writes all lines by one call of the system, which appends them in one piece whoever else appends. They begin with a
 * line end of their own, so that what a crash of somebody cut off swallows none of them. A disk that takes a part alone
 * is given the rest anew, from the line on that it cut.
 */
async function appendLines(file: FileHandle, lines: readonly string[]): Promise<void> {
  let bytes = Buffer.from(`\n${lines.join("\n")}\n`);
  for (let without = 0; without < mostWithoutLine;) {
    const { bytesWritten } = await file.write(bytes, 0, bytes.length);
    if (bytesWritten === bytes.length) return;
    const kept = bytes.lastIndexOf(lineEnd, Math.max(0, bytesWritten - 1));
    without = kept <= 0 ? without + 1 : 0;
    bytes = bytes.subarray(Math.max(0, kept));
  }
  throw Object.assign(new Error("no line is written whole"), { code: "EIO" });
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and keeps its entries by itself.
  if (process.platform === "win32") return;
  await using handle = await open(folder, constants.O_RDONLY);
  await handle.sync();
}
