// Names files that import each other in a circle, types and lazy imports included.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnDemand } from "./install-on-demand.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folders = ["packages", "scripts", "specs", "bench", "runtimes", "examples", "docs"];
const { folder, modules } = await installOnDemand("circles");
const { status } = spawnSync(
  process.execPath,
  [
    join(modules, "dependency-cruiser/bin/dependency-cruiser.mjs"),
    "--config",
    join(folder, "dependency-cruiser.config.cjs"),
    "--output-type=err-long",
    ...folders,
  ],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = status ?? 1;
