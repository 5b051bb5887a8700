import { readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../runtime/error-code.ts";

const fileName = /^(\d{4}-\d{2})\.jsonl$/;

/** The name of the file that keeps a month such as `2026-11`. */
export function monthFile(month: string): string {
  return `${month}.jsonl`;
}

/** The months of which something is kept, oldest first. */
export async function listMonths(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.flatMap((name) => fileName.exec(name)?.[1] ?? []).toSorted();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

/** Deletes the months that ended before a time; gives their names. */
export async function forgetReadings(folder: string, before: Date): Promise<readonly string[]> {
  const firstKept = before.toISOString().slice(0, 7);
  const old = (await listMonths(folder)).filter((month) => month < firstKept);
  for (const month of old) await unlink(join(folder, monthFile(month)));
  return old;
}
