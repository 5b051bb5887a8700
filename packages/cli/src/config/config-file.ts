import { lstat, realpath } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Environment } from "../runtime/environment.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { expandHome, userFolder } from "../runtime/user-folder.ts";

/** A configuration that is there. */
export interface ConfigFile {
  readonly path: string;
  /** Who chose it: the user, who named it or keeps it in the own folder, or whoever put it into the working directory. */
  readonly origin: "named" | "own folder" | "working directory";
}

const names = ["json", "ts", "mts", "js", "mjs"].map((extension) => `openbalance.config.${extension}`);

/** The configuration that was asked for, else the one of the directory, else the user's; undefined when none is there. */
export async function findConfigFile(
  asked: string | undefined,
  directory: string,
  environment: Environment,
): Promise<ConfigFile | undefined> {
  const wanted = asked ?? (environment["OPENBALANCE_CONFIG"] || undefined);
  if (wanted !== undefined) {
    const path = resolve(directory, expandHome(wanted));
    if (await isThere(path)) return { path, origin: "named" };
    throw new UsageError(`the configuration ${wanted} is not there`);
  }
  const own = userFolder("config", environment);
  // Whoever stands in the own folder has found nothing but what is one's own.
  if (own === undefined || directory !== (await realpath(own).catch(() => own))) {
    const path = await findIn(directory);
    if (path !== undefined) return { path, origin: "working directory" };
  }
  const path = own === undefined ? undefined : await findIn(own);
  return path === undefined ? undefined : { path, origin: "own folder" };
}

async function findIn(folder: string): Promise<string | undefined> {
  const found: string[] = [];
  for (const name of names) if (await isThere(join(folder, name))) found.push(join(folder, name));
  if (found.length > 1) {
    throw new UsageError(
      `${folder} holds ${found.map((file) => basename(file)).join(" and ")}; keep one, or name it with --config`,
    );
  }
  return found[0];
}

/** One that may not be read is there: to go on without it would read other accounts than it says. */
async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
