import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { installOnDemand } from "../install-on-demand.ts";
import { runTool } from "../run-tool.ts";
import { startKeyProxy } from "./key-proxy.ts";
import type { Runtime } from "./runtime.ts";

/** A page bundled with Vite in Chromium. The keys stay with a proxy: they do not belong into a browser. */
export const chromium: Runtime = {
  name: "Chromium",
  quick: false,
  async prepare() {
    const program = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
    const version = await runTool(program, ["--version"], process.cwd()).catch(() => undefined);
    if (version === undefined) {
      return { notRun: `there is no ${program}; install Chromium or name it in the variable CHROMIUM` };
    }
    const { folder } = await installOnDemand("browser");
    return {
      version: version.trim(),
      async witness(project, settings) {
        for (const file of ["index.html", "page.mjs"]) {
          await copyFile(join(folder, file), join(project, file));
        }
        await runTool(process.execPath, ["bundle-page.mjs", project], folder);
        await using proxy = await startKeyProxy(join(project, "dist"), settings);
        // Awaited here, since the proxy ends with this function.
        return await runTool(process.execPath, ["open-page.mjs", program, proxy.url], folder);
      },
    };
  },
};
