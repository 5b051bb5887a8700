import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipBomb, hugeBody, replyJson, startFaultServer } from "@openbalance/testing";

export interface MemoryFigures {
  /** The code each body ended with. */
  readonly codes: readonly string[];
  /** How far the peak memory of the reading process rose above what ordinary calls had taken. */
  readonly grownBytes: number;
}

/** Reads this many bodies of 64 MiB, one after the other, and as many gzip bombs of 100 MB. */
export async function measureMemory(bodies: number): Promise<MemoryFigures> {
  await using ordinary = await startFaultServer(replyJson({}));
  await using huge = await startFaultServer(hugeBody());
  await using bomb = await startFaultServer(gzipBomb());
  const script = fileURLToPath(new URL("large-bodies.ts", import.meta.url));
  const urls = JSON.stringify([ordinary.url, huge.url, bomb.url]);
  const { stdout } = await promisify(execFile)(process.execPath, [script, urls, String(bodies)]);
  return JSON.parse(stdout) as MemoryFigures;
}
