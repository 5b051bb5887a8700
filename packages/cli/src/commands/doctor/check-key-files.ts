import { stat } from "node:fs/promises";
import { dirname } from "node:path";

/** What is wrong with who can read the files that keys are kept in; undefined where nothing is. */
export async function objectionToReaders(files: readonly string[]): Promise<string | undefined> {
  const objections = await Promise.all(files.map(objectionToFile));
  const found = objections.filter((objection) => objection !== undefined);
  return found.length === 0 ? undefined : found.join("; ");
}

async function objectionToFile(file: string): Promise<string | undefined> {
  // On Windows a mode says nothing of who may read.
  const user = process.getuid?.();
  if (user === undefined) return undefined;
  const stats = await stat(file).catch(() => undefined);
  // One that is not there any more is told when it is read.
  if (stats === undefined) return undefined;
  const { mode, uid } = stats;
  if (uid !== user && uid !== 0)
    return `${file} belongs to another user (number ${uid}); use a copy of your own`;
  const isOpen = (mode & 0o004) !== 0 && (await canEveryoneReach(dirname(file)));
  return isOpen ? `every user of this machine can read ${file}; \`chmod o-r ${file}\`` : undefined;
}

/** Whether no folder on the way keeps others out. */
async function canEveryoneReach(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || canEveryoneReach(dirname(folder));
}
