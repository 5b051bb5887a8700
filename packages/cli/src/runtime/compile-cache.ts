import { lstatSync, mkdirSync, type Stats } from "node:fs";
import { enableCompileCache, getCompileCacheDir } from "node:module";
import { dirname, join } from "node:path";
import { errorCode } from "./error-code.ts";
import { userFolder } from "./user-folder.ts";
import type { Environment } from "./environment.ts";

/** Has modules compiled once and kept, or compiled every time where no folder is the user's alone. */
export function keepCompiledModules(environment: Environment): void {
  // Whoever started this has chosen a folder, or none.
  if (getCompileCacheDir() !== undefined || environment["NODE_DISABLE_COMPILE_CACHE"]) return;
  const folder = cacheFolder(environment);
  if (folder !== undefined) enableCompileCache(folder);
}

/**
 * The user's cache folder, made where it is not there yet. Undefined where others could write into it: Node runs what it
 * finds there, so that they would decide what code runs here. `user` is who asks, by number; undefined on Windows.
 */
export function cacheFolder(
  environment: Environment,
  user: number | undefined = process.getuid?.(),
): string | undefined {
  const folder = userFolder("cache", environment);
  if (folder === undefined) return undefined;
  try {
    const parent = dirname(folder);
    makeUnlessThere(parent);
    // Whoever can rename the folder can put another one in its place.
    if (!isSafeParent(lstatSync(parent), user)) return undefined;
    makeUnlessThere(folder);
    return isPrivate(lstatSync(folder), user) ? join(folder, "compiled") : undefined;
  } catch {
    // A home that is not there or may not be written: a start is slower, that is all.
    return undefined;
  }
}

function makeUnlessThere(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}

function isPrivate(stats: Stats, user: number | undefined): boolean {
  // Windows keeps what belongs to a user away from others by other means than a mode.
  if (user === undefined) return stats.isDirectory();
  return stats.isDirectory() && stats.uid === user && (stats.mode & 0o077) === 0;
}

function isSafeParent({ uid, mode }: Stats, user: number | undefined): boolean {
  if (user === undefined) return true;
  const isSticky = (mode & 0o1000) !== 0;
  return (uid === user || uid === 0) && (isSticky || (mode & 0o022) === 0);
}
