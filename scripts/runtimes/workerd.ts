import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { installOnDemand } from "../install-on-demand.ts";
import { runTool } from "../run-tool.ts";
import type { Runtime } from "./runtime.ts";

/** The runtime of Cloudflare Workers. The worker is one bundled file, as it would be deployed. */
export const workerd: Runtime = {
  name: "workerd",
  quick: false,
  async prepare() {
    const { folder, modules } = await installOnDemand("workerd");
    const manifest = await readFile(join(modules, "miniflare/package.json"), "utf8");
    const { dependencies } = JSON.parse(manifest) as { dependencies: Readonly<Record<string, string>> };
    return {
      version: dependencies["workerd"] ?? "",
      async witness(project, settings) {
        const bundle = join(project, "worker.bundle.js");
        const bindings = join(project, "bindings.json");
        await build({
          entryPoints: [join(project, "worker.mjs")],
          outfile: bundle,
          bundle: true,
          format: "esm",
          target: "es2022",
          conditions: ["workerd"],
        });
        await writeFile(bindings, JSON.stringify({ WITNESS_SETTINGS: settings }));
        return runTool(process.execPath, ["run-worker.mjs", bundle, bindings], folder);
      },
    };
  },
};
