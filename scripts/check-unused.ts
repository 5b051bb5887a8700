// Names files, exports and dependencies that nothing uses; knip.jsonc says what counts as used.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnDemand } from "./install-on-demand.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { modules } = await installOnDemand("unused");
const knip = join(modules, "knip/bin/knip.js");
const { status } = spawnSync(process.execPath, [knip, "--no-progress", "--treat-config-hints-as-errors"], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
