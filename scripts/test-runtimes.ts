// The packed packages in every runtime they promise to work in: five mocks read to the digit, and seven ways
// of failing. `--quick` leaves out what is large to fetch. A runtime that cannot be had is said to be not run.
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { packPackages } from "./pack-packages.ts";
import { npm } from "./package-managers.ts";
import { bun } from "./runtimes/bun.ts";
import { chromium } from "./runtimes/chromium.ts";
import { deno } from "./runtimes/deno.ts";
import { expectedOutcome } from "./runtimes/expected-outcome.ts";
import { currentNode, otherNode } from "./runtimes/node.ts";
import type { Runtime } from "./runtimes/runtime.ts";
import { startWitnessServers, type WitnessSettings } from "./runtimes/witness-servers.ts";
import { workerd } from "./runtimes/workerd.ts";

const all = [
  otherNode("22.12", "node", true),
  otherNode("22", "node-22", false),
  currentNode,
  otherNode("26", "node", true),
  deno,
  bun,
  workerd,
  chromium,
];
const quick = process.argv.includes("--quick");

const project = await mkdtemp(join(tmpdir(), "openbalance-runtimes-"));
try {
  await npm.install(project, await packPackages(project));
  const programs = fileURLToPath(new URL("../runtimes/programs/", import.meta.url));
  for (const file of ["witness.mjs", "main.mjs", "worker.mjs"]) {
    await copyFile(join(programs, file), join(project, file));
  }
  await using servers = await startWitnessServers();
  const counts = { passed: 0, failed: 0, "not run": 0 };
  for (const runtime of all.filter((each) => each.quick || !quick)) {
    const { verdict, line } = await tryRuntime(runtime, servers.settings);
    counts[verdict] += 1;
    console.log(`${runtime.name}: ${line}`);
  }
  console.log(`runtimes: ${counts.passed} passed, ${counts.failed} failed, ${counts["not run"]} not run`);
  if (counts.failed > 0) process.exitCode = 1;
} finally {
  await rm(project, { recursive: true, force: true });
}

async function tryRuntime(
  runtime: Runtime,
  settings: WitnessSettings,
): Promise<{ readonly verdict: "passed" | "failed" | "not run"; readonly line: string }> {
  const prepared = await runtime.prepare();
  if ("notRun" in prepared) return { verdict: "not run", line: `NOT RUN: ${prepared.notRun}` };
  const { version } = prepared;
  try {
    const outcome: unknown = JSON.parse(await prepared.witness(project, settings));
    if (isDeepStrictEqual(outcome, expectedOutcome))
      return { verdict: "passed", line: `passed (${version})` };
    return { verdict: "failed", line: `FAILED (${version}): ${JSON.stringify(outcome)}` };
  } catch (error) {
    return { verdict: "failed", line: `FAILED (${version}): ${String(error)}` };
  }
}
