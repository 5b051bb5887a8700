import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { countResults } from "./count-results.ts";
import { verifyVendor } from "./verify-vendor.ts";

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

// With vendors named, only what their files can change.
if (vendors.length > 0) {
  const passed = [];
  for (const vendor of vendors) passed.push(await verifyVendor(root, vendor));
  process.exit(passed.every(Boolean) ? 0 : 1);
}
const { status } = spawnSync(
  process.execPath,
  [
    fileURLToPath(new URL("../node_modules/turbo/bin/turbo", import.meta.url)),
    "run",
    ...jobs,
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
