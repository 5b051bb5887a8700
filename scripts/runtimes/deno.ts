import { createRequire } from "node:module";
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { installOnDemand } from "../install-on-demand.ts";
import { commandRuntime } from "./command-runtime.ts";
import type { Runtime } from "./runtime.ts";

const binaries: Readonly<Record<string, string>> = {
  "linux x64": "@deno/linux-x64-glibc",
  "linux arm64": "@deno/linux-arm64-glibc",
  "darwin x64": "@deno/darwin-x64",
  "darwin arm64": "@deno/darwin-arm64",
};

/** Deno with the permission to reach loopback and to read its settings, and no other. */
export const deno: Runtime = {
  name: "Deno",
  quick: true,
  async prepare() {
    const binary = binaries[`${process.platform} ${process.arch}`];
    if (binary === undefined)
      return { notRun: `no package of it for ${process.platform} on ${process.arch}` };
    const { modules } = await installOnDemand("deno");
    // The binary is a dependency of the package; an install script, which does not run, would move it.
    const require = createRequire(realpathSync(join(modules, "deno/package.json")));
    const program = join(dirname(require.resolve(`${binary}/package.json`)), "deno");
    const permissions = ["--allow-net=127.0.0.1", "--allow-env=WITNESS_SETTINGS"];
    return commandRuntime(program, "run", "--no-prompt", "--node-modules-dir=manual", ...permissions);
  },
};
