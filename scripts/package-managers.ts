import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackedPackage } from "./pack-packages.ts";
import { runTool } from "./run-tool.ts";

export interface PackageManager {
  readonly name: string;
  /** Writes the project's manifest and installs the tarballs; they depend on each other, so no registry is asked for them. */
  install(folder: string, packages: readonly PackedPackage[]): Promise<void>;
  /** The command line that runs a script of the project. */
  node(script: string): readonly string[];
  /** The command line that runs a command of an installed package. */
  command(name: string): readonly string[];
}

const direct = {
  node: (script: string) => [process.execPath, script],
  command: (name: string) => [`./node_modules/.bin/${name}`],
} as const;

export const npm: PackageManager = {
  name: "npm",
  async install(folder, packages) {
    const files = filesByName(packages);
    const overrides = Object.fromEntries(Object.keys(files).map((name) => [name, `$${name}`]));
    await writeManifest(folder, { dependencies: files, overrides });
    await runTool("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], folder);
  },
  ...direct,
};

export const pnpm: PackageManager = {
  name: "pnpm",
  async install(folder, packages) {
    const files = filesByName(packages);
    await writeManifest(folder, { dependencies: files });
    // JSON is YAML.
    await writeFile(
      join(folder, "pnpm-workspace.yaml"),
      JSON.stringify({ packages: ["."], overrides: files, strictDepBuilds: true, pmOnFail: "ignore" }),
    );
    await runTool("pnpm", ["install", "--no-frozen-lockfile", "--prefer-offline"], folder);
  },
  ...direct,
};

/** Yarn, as the program at the given place, laying packages out in `node_modules` or not at all (Plug'n'Play). */
export function yarn(program: string, nodeLinker: "node-modules" | "pnp"): PackageManager {
  const run = [process.execPath, program];
  return {
    name: nodeLinker === "pnp" ? "yarn without node_modules" : "yarn",
    async install(folder, packages) {
      const files = filesByName(packages);
      await writeManifest(folder, { dependencies: files, resolutions: files });
      await writeFile(
        join(folder, ".yarnrc.yml"),
        JSON.stringify({ nodeLinker, enableTelemetry: false, enableScripts: false, enableGlobalCache: true }),
      );
      // Without a lockfile of its own it would look for a project further up.
      await writeFile(join(folder, "yarn.lock"), "");
      await runTool(process.execPath, [program, "install", "--no-immutable"], folder, {
        ...process.env,
        YARN_IGNORE_PATH: "1",
      });
    },
    node: (script) => [...run, "node", script],
    command: (name) => [...run, "run", name],
  };
}

async function writeManifest(folder: string, rest: object): Promise<void> {
  const manifest = { name: "consumer", private: true, type: "module", ...rest };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
}

function filesByName(packages: readonly PackedPackage[]): Readonly<Record<string, string>> {
  return Object.fromEntries(packages.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`]));
}
