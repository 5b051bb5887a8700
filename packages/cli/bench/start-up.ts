// Prints what a start costs beyond bare Node, and a read beyond the network: the packages as they are published,
// installed into an empty folder. Run by hand: node bench/start-up.ts [rounds]. Times are of the wall; where the
// machine has other work, only the CPU time beside them says something.
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

const rounds = Number(process.argv[2] ?? 25);
const none: Cost = { wallMs: Number.NaN, cpuMs: Number.NaN };
const tellCpu = `process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write("cpu " + (user + system) / 1000);
});`;

const root = fileURLToPath(new URL("../../..", import.meta.url));
// All that is published: normalize depends on every vendor.
const packages = (await readdir(join(root, "packages"))).filter((name) => name !== "testing");
const folder = await mkdtemp(join(tmpdir(), "openbalance-bench-"));
try {
  run("pnpm", ["--filter", "@openbalance/cli...", "build"], root);
  for (const name of packages)
    run("pnpm", ["pack", "--pack-destination", folder], join(root, "packages", name));
  const tarballs = (await readdir(folder)).filter((name) => name.endsWith(".tgz")).map((name) => `./${name}`);
  await writeFile(join(folder, "package.json"), '{ "name": "bench", "private": true, "type": "module" }');
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...tarballs], folder);
  const address = await startServer();
  await writeFile(join(folder, "bare.mjs"), "");
  const bareRead = `const reply = await fetch("${address}/balance", { headers: { authorization: "Bearer KEY" } });\nconsole.log(await reply.text());\n`;
  await writeFile(join(folder, "bare-read.mjs"), bareRead);
  const main = join(folder, "node_modules/@openbalance/cli/dist/main.js");
  const medians = measure(
    {
      "bare Node": ["bare.mjs"],
      "openbalance --help": [main, "--help"],
      "bare Node, one fetch": ["bare-read.mjs"],
      "openbalance --vendor telnyx": [main, "--vendor", "telnyx"],
    },
    { TELNYX_API_KEY: "KEY", TELNYX_BASE_URL: address },
  );
  const [bare = none, help = none, bareFetch = none, read = none] = medians;
  console.log(`load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`);
  show("--help beyond bare Node", help, bare, 80);
  show("one read beyond one fetch", read, bareFetch, 60);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();

interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Medians in milliseconds. The commands take turns, so that a busy moment meets all of them. */
function measure(
  commands: Readonly<Record<string, readonly string[]>>,
  variables: Readonly<Record<string, string>>,
): readonly Cost[] {
  const all = Object.entries(commands).map(([name, parameters]) => ({
    name,
    parameters,
    costs: [] as Cost[],
  }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { parameters, costs } of all) {
      const cost = runOnce(parameters, { HOME: folder, ...variables });
      // The first round compiles; its time is that of a first start only.
      if (round > 0) costs.push(cost);
    }
  }
  return all.map(({ name, costs }) => {
    const median = { wallMs: medianOf(costs, "wallMs"), cpuMs: medianOf(costs, "cpuMs") };
    console.log(`${name.padEnd(28)} ${median.wallMs.toFixed(1)} ms, ${median.cpuMs.toFixed(1)} ms of CPU`);
    return median;
  });
}

function runOnce(parameters: readonly string[], env: Readonly<Record<string, string>>): Cost {
  const hook = `data:text/javascript,${encodeURIComponent(tellCpu)}`;
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", hook, ...parameters], {
    cwd: folder,
    env: { ...env },
    encoding: "utf8",
  });
  const wallMs = performance.now() - start;
  if (status !== 0) throw new Error(`${parameters.join(" ")} ended with ${status}`);
  return { wallMs, cpuMs: Number(/cpu ([\d.]+)$/.exec(stderr)?.[1]) };
}

function medianOf(costs: readonly Cost[], part: keyof Cost): number {
  const sorted = costs.map((cost) => cost[part]).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function show(what: string, cost: Cost, without: Cost, targetMs: number): void {
  const wall = (cost.wallMs - without.wallMs).toFixed(1);
  const cpu = (cost.cpuMs - without.cpuMs).toFixed(1);
  console.log(`${what.padEnd(28)} ${wall} ms (target ${targetMs}), ${cpu} ms of CPU`);
}

/** A vendor on loopback in a thread of its own, since this one waits for the commands. */
async function startServer(): Promise<string> {
  const source = `
    const { createServer } = require("node:http");
    const { parentPort } = require("node:worker_threads");
    const data = { balance: "300.00", available_credit: "400.00", credit_limit: "100.00", pending: "10.00", currency: "USD" };
    const server = createServer((request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ data }));
    });
    server.listen(0, "127.0.0.1", () => parentPort.postMessage("http://127.0.0.1:" + server.address().port));`;
  const worker = new Worker(source, { eval: true });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function run(command: string, parameters: readonly string[], directory: string): void {
  const { status, stderr, stdout } = spawnSync(command, parameters, { cwd: directory, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${parameters.join(" ")} failed\n${stdout}\n${stderr}`);
}
