import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { countResults } from "./count-results.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const jobs = [
  "lint",
  "generate:check",
  "typecheck",
  "test",
  "build",
  "check:packages",
  "check:api",
  "check:sizes",
  "check:types-read",
  "check:circles",
  "check:unused",
  "check:examples",
  "check:runtimes",
];
const vendors = process.argv.slice(2);

// With vendors named, only their tests and those of what builds on them.
const tasks =
  vendors.length === 0 ? jobs : ["test", ...vendors.map((vendor) => `--filter=...@openbalance/${vendor}`)];
const { status } = spawnSync(
  process.execPath,
  [
    fileURLToPath(new URL("../node_modules/turbo/bin/turbo", import.meta.url)),
    "run",
    ...tasks,
    "--continue=always",
    "--output-logs=new-only",
    // More tasks than cores starve those that wait for a socket or a worker.
    `--concurrency=${availableParallelism()}`,
    "--summarize",
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" } },
);
const { passed, failures } = await countResults(root);
for (const failure of failures) console.error(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = status === 0 && failures.length === 0 ? 0 : 1;
