import { isAbsolute, join } from "node:path";
import type { Environment } from "./environment.ts";
import { UsageError } from "./usage-error.ts";
import { expandHome, userFolder } from "./user-folder.ts";

const variable = "OPENBALANCE_STATE_DIR";

/**
 * Where readings, trust and the state of `watch` are kept; undefined for a user without a home who names no folder.
 * Throws `UsageError` for one that is not absolute: it would be another folder in every directory.
 */
export function findStateFolder(environment: Environment): string | undefined {
  const named = environment[variable];
  if (named) {
    const folder = expandHome(named);
    if (isAbsolute(folder)) return folder;
    throw new UsageError(`${variable} must be an absolute path, such as /var/lib/openbalance or ~/balances`);
  }
  if (process.platform === "win32" && environment["LOCALAPPDATA"]) {
    return join(environment["LOCALAPPDATA"], "openbalance");
  }
  return userFolder("state", environment);
}

/** The same for what cannot do without: throws `UsageError` where there is none. */
export function stateFolder(environment: Environment): string {
  const folder = findStateFolder(environment);
  if (folder !== undefined) return folder;
  throw new UsageError(`this user has no home to keep anything in; name a folder in ${variable}`);
}
