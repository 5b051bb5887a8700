import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";

// Windows knows neither such links nor such pipes, and neither flag: what is undefined is no bit.
const { O_NOFOLLOW, O_NONBLOCK } = constants;

const flags: Readonly<Record<"read" | "append", number>> = {
  read: constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK,
  append: constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | O_NOFOLLOW | O_NONBLOCK,
};

/**
 * Opens a file that openbalance keeps. Rejects with the code of the system, and for what is no file: a link would lead
 * what is kept to a place of somebody else's, and a pipe would be waited for.
 */
export async function openOwnFile(path: string, use: "read" | "append"): Promise<FileHandle> {
  const file = await open(path, flags[use], 0o600);
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw codedError("EISDIR", "a folder lies in its place");
    if (!stats.isFile()) throw codedError("EINVAL", "what lies in its place is no file");
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

function codedError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
