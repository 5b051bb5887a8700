import { createHash } from "node:crypto";
import { lstat, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Environment } from "../runtime/environment.ts";
import { errorCode } from "../runtime/error-code.ts";
import { makeFolder } from "../runtime/make-folder.ts";
import { replaceFile } from "../runtime/replace-file.ts";
import { stateFolder } from "../runtime/state-folder.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { WriteError } from "../runtime/write-error.ts";
import { objectionToOwner } from "./config-owner.ts";

/** Whether the user has said that a file may do what it says; `changed` when that was said of an earlier content. */
export type Trust = "trusted" | "changed" | "unknown";

/** What the user has said of a file with this content. */
export async function trustIn(path: string, content: Buffer, environment: Environment): Promise<Trust> {
  let mark: string;
  try {
    // Where nothing can be kept, nothing was: that is told when something is to be.
    const folder = trustFolder(environment);
    // Whoever can write there could say it in the user's place.
    if (!(await isOwn(folder))) return "unknown";
    mark = await readFile(join(folder, markName(path)), "utf8");
  } catch {
    return "unknown";
  }
  return mark.split("\n")[0] === hashOf(content) ? "trusted" : "changed";
}

/** Keeps that a file with this content may do what it says. Throws `WriteError` when it cannot be kept. */
export async function keepTrust(path: string, content: Buffer, environment: Environment): Promise<void> {
  const folder = trustFolder(environment);
  try {
    await makeFolder(folder);
    if (!(await isOwn(folder))) throw new UsageError(`${folder} may be changed by other users; remove it`);
    await replaceFile(join(folder, markName(path)), `${hashOf(content)}\n${path}\n`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new WriteError(
      `trust cannot be kept in ${folder}`,
      error,
      "name a folder that may be written in OPENBALANCE_STATE_DIR",
    );
  }
}

/** Takes back what was said of a file; gives whether anything was. */
export async function dropTrust(path: string, environment: Environment): Promise<boolean> {
  const mark = join(trustFolder(environment), markName(path));
  try {
    await rm(mark);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw new WriteError(`${mark} cannot be removed`, error, "remove it by hand");
  }
}

function trustFolder(environment: Environment): string {
  return join(stateFolder(environment), "trusted");
}

async function isOwn(folder: string): Promise<boolean> {
  const stats = await lstat(folder);
  return stats.isDirectory() && objectionToOwner(folder, stats) === undefined;
}

// The path as it was found: what is named beside a link, not beside its target, is what runs.
function markName(path: string): string {
  return hashOf(path);
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
