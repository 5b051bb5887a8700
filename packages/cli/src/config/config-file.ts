import { access } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { Environment } from "../runtime/environment.ts";
import { UsageError } from "../runtime/usage-error.ts";

const names = ["json", "ts", "mts", "js", "mjs"].map((extension) => `openbalance.config.${extension}`);

/** The configuration that was asked for, else the one of the directory, else the user's; undefined when none is there. */
export async function findConfigFile(
  asked: string | undefined,
  directory: string,
  environment: Environment,
): Promise<string | undefined> {
  const wanted = asked ?? (environment["OPENBALANCE_CONFIG"] || undefined);
  if (wanted !== undefined) {
    const file = resolve(directory, wanted);
    if (await isReadable(file)) return file;
    throw new UsageError(`the configuration ${wanted} is not there or may not be read`);
  }
  for (const folder of [directory, userFolder(environment)]) {
    const found: string[] = [];
    for (const name of names) if (await isReadable(join(folder, name))) found.push(join(folder, name));
    if (found.length > 1) {
      throw new UsageError(
        `${folder} holds ${found.map((file) => basename(file)).join(" and ")}; keep one, or name it with --config`,
      );
    }
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}

function userFolder(environment: Environment): string {
  return join(environment["XDG_CONFIG_HOME"] || join(homedir(), ".config"), "openbalance");
}

async function isReadable(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
