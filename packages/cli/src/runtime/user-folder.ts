import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { Environment } from "./environment.ts";

const places = {
  cache: { variable: "XDG_CACHE_HOME", usual: [".cache"] },
  config: { variable: "XDG_CONFIG_HOME", usual: [".config"] },
  state: { variable: "XDG_STATE_HOME", usual: [".local", "state"] },
} as const;

/**
 * The user's own folder of a kind. Undefined for a user without a home, such as one in a container that only has a
 * number. https://specifications.freedesktop.org/basedir-spec
 */
export function userFolder(kind: keyof typeof places, environment: Environment): string | undefined {
  const { variable, usual } = places[kind];
  const asked = environment[variable];
  // What is not absolute is to be ignored, by the specification: it would be another folder in every directory.
  if (asked !== undefined && isAbsolute(asked)) return join(asked, "openbalance");
  const home = homeFolder();
  return home === undefined ? undefined : join(home, ...usual, "openbalance");
}

/** A path that begins with `~/` as a shell would have it. A shell expands none behind a `=`, nor does a file of variables. */
export function expandHome(path: string): string {
  const home = path === "~" || path.startsWith("~/") ? homeFolder() : undefined;
  return home === undefined ? path : join(home, path.slice(1));
}

/** The home of the user; undefined without one. */
function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : undefined;
  } catch {
    // Neither HOME is set nor does the system know this user.
    return undefined;
  }
}
