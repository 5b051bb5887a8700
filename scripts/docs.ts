// Installs docs/ on demand and builds the site, serves it while it is edited, or looks at what was built.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runTool } from "./run-tool.ts";

const docs = fileURLToPath(new URL("../docs/", import.meta.url));
const jobs = {
  build: [["typedoc"], ["vitepress", "build"]],
  dev: [["typedoc"], ["vitepress", "dev"]],
  check: [["tsc", "-p", "tsconfig.json"], ["typedoc"], ["vitepress", "build"], ["node", "check/main.ts"]],
} as const;

const [job, ...jobArguments] = process.argv.slice(2);
if (job !== "build" && job !== "dev" && job !== "check") {
  console.error("say what to do: build, dev or check");
  process.exit(2);
}

await runTool("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], docs);
for (const [index, step] of jobs[job].entries()) {
  const last = index === jobs[job].length - 1;
  const { status } = spawnSync("pnpm", ["exec", ...step, ...(last ? jobArguments : [])], {
    cwd: docs,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    process.exitCode = status ?? 1;
    break;
  }
}
