import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./environment.ts";

/** Where readings and the state of `watch` are kept. https://specifications.freedesktop.org/basedir-spec */
export function stateFolder(environment: Environment): string {
  const own = environment["OPENBALANCE_STATE_DIR"];
  if (own) return own;
  if (process.platform === "win32" && environment["LOCALAPPDATA"]) {
    return join(environment["LOCALAPPDATA"], "openbalance");
  }
  return join(environment["XDG_STATE_HOME"] || join(homedir(), ".local", "state"), "openbalance");
}
