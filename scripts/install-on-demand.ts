import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "./run-tool.ts";

/** A member of the workspace `runtimes/`. */
export interface OnDemand {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Absolute path of the packages installed in it. */
  readonly modules: string;
}

const workspace = fileURLToPath(new URL("../runtimes/", import.meta.url));

/**
 * Installs one member of `runtimes/` with pnpm, as the lockfile there has it, so that the project's own install stays
 * small. Within a task of turbo nothing: it has installed the members of all checks, one after another, before.
 */
export async function installOnDemand(name: string): Promise<OnDemand> {
  if (process.env["TURBO_HASH"] === undefined) await installMembers([name]);
  const folder = join(workspace, name);
  return { folder, modules: join(folder, "node_modules") };
}

/** The same for several members, whoever runs it. Two installs of one workspace at a time would disturb each other. */
export async function installMembers(names: readonly string[]): Promise<void> {
  const filters = names.map((name) => `--filter=./${name}`);
  await runTool("pnpm", ["install", "--frozen-lockfile", "--prefer-offline", ...filters], workspace);
}
