import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/**
 * Replaces a file that openbalance keeps, in one step: a crash leaves the old one or the new one. Rejects with the code of
 * the system. What a killed process leaves beside it has the name of the file, a dot and a UUID.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  try {
    await using file = await open(beside, "wx", 0o600);
    await file.writeFile(text);
    await file.datasync();
    await rename(beside, path);
  } catch (error) {
    // What cannot be removed either must not hide why.
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
