import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Files to be written, by their path below a root, with all of their text. */
export type FilePlan = ReadonlyMap<string, string>;

/** Writes all files of a plan, or leaves everything as it was. */
export async function writePlan(root: URL, plan: FilePlan): Promise<void> {
  const folder = fileURLToPath(root);
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [file, text] of plan) {
      const target = join(folder, file);
      const before = await readFile(target).catch(() => undefined);
      const created = await mkdir(dirname(target), { recursive: true });
      undo.unshift(async () => {
        if (before === undefined) await rm(target, { force: true });
        else await writeFile(target, before);
        if (created !== undefined) await rm(created, { recursive: true, force: true });
      });
      await writeFile(target, text);
    }
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}
