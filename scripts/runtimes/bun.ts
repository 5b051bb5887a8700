import { createRequire } from "node:module";
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { installOnDemand } from "../install-on-demand.ts";
import { commandRuntime } from "./command-runtime.ts";
import type { Runtime } from "./runtime.ts";

export const bun: Runtime = {
  name: "Bun",
  quick: false,
  async prepare() {
    const { modules } = await installOnDemand("bun");
    // The binary is a dependency of the package; an install script, which does not run, would move it.
    const require = createRequire(realpathSync(join(modules, "bun/package.json")));
    const architecture = process.arch === "arm64" ? "aarch64" : process.arch;
    try {
      const manifest = require.resolve(`@oven/bun-${process.platform}-${architecture}/package.json`);
      return await commandRuntime(join(dirname(manifest), "bin/bun"), "run");
    } catch {
      return { notRun: `there is no package of it for ${process.platform} on ${process.arch}` };
    }
  },
};
