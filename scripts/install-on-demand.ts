import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "./run-tool.ts";

/** A folder of `runtimes/`, each with a lockfile of its own. */
export interface OnDemand {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Absolute path of the packages installed in it. */
  readonly modules: string;
}

/** Installs what a folder of `runtimes/` locks, with pnpm, so that the project's own install stays small. */
export async function installOnDemand(name: string): Promise<OnDemand> {
  const folder = fileURLToPath(new URL(`../runtimes/${name}/`, import.meta.url));
  await runTool("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], folder);
  return { folder, modules: join(folder, "node_modules") };
}
