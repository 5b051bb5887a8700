import { constants, type Stats } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { errorCode } from "./error-code.ts";

/** What was read of a file, and what kind of file it is. */
export interface WholeFile {
  readonly content: Buffer;
  readonly stats: Stats;
}

const chunkBytes = 65_536;
const pollMs = 20;

/**
 * Reads a file to its end. Of a pipe it waits for what is written, until `signal` aborts; it never holds a thread
 * meanwhile, so that nothing else has to wait. Rejects with the code of the system, with `EFBIG` for more than
 * `mostBytes`, or with the signal's reason.
 */
export async function readWhole(path: string, mostBytes: number, signal: AbortSignal): Promise<WholeFile> {
  signal.throwIfAborted();
  // Windows has no pipes that look like files, and no such flag.
  await using file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stats = await file.stat();
  const chunks: Buffer[] = [];
  for (let size = 0; ;) {
    signal.throwIfAborted();
    const chunk = await readChunk(file);
    if (chunk === undefined || (chunk.length === 0 && size === 0 && stats.isFIFO())) {
      // Nobody writes yet.
      await wait(pollMs, undefined, { signal });
      continue;
    }
    if (chunk.length === 0) return { content: Buffer.concat(chunks), stats };
    size += chunk.length;
    // A device such as /dev/zero never ends.
    if (size > mostBytes) throw Object.assign(new Error("the file is too large"), { code: "EFBIG" });
    chunks.push(chunk);
  }
}

/** What may be read at once: nothing at the end; undefined where something may still come. */
async function readChunk(file: FileHandle): Promise<Buffer | undefined> {
  try {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (errorCode(error) === "EAGAIN") return undefined;
    throw error;
  }
}
