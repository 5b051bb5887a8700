import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { runTool } from "./run-tool.ts";

/** A folder of `runtimes/`, each with a lockfile of its own. */
export interface OnDemand {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Absolute path of a file inside a package that is installed there. */
  resolve(specifier: string): string;
}

/** Installs what a folder of `runtimes/` locks, with pnpm, so that the project's own install stays small. */
export async function installOnDemand(name: string): Promise<OnDemand> {
  const folder = fileURLToPath(new URL(`../runtimes/${name}/`, import.meta.url));
  await runTool("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], folder);
  const require = createRequire(`${folder}package.json`);
  return { folder, resolve: (specifier) => require.resolve(specifier) };
}
