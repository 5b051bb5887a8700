// Prints what a start costs beyond bare Node, and a read beyond the network: the packages as they are published,
// installed into an empty folder. Run by hand: node bench/start-up.ts [rounds]
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

const rounds = Number(process.argv[2] ?? 25);
const root = fileURLToPath(new URL("../../..", import.meta.url));
const packages = ["http", "bytenite", "flexprice", "telnyx", "glyphrun", "bitfront", "normalize", "cli"];
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
  const [bare = 0, help = 0, bareFetch = 0, read = 0] = medians;
  console.log(`--help beyond bare Node:     ${(help - bare).toFixed(1)} ms (target 80)`);
  console.log(`one read beyond one fetch:   ${(read - bareFetch).toFixed(1)} ms (target 60)`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();

/** Medians in milliseconds. The commands take turns, so that a busy moment meets all of them. */
function measure(
  commands: Readonly<Record<string, readonly string[]>>,
  variables: Readonly<Record<string, string>>,
): readonly number[] {
  const all = Object.entries(commands).map(([name, parameters]) => ({
    name,
    parameters,
    times: [] as number[],
  }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { parameters, times } of all) {
      const start = performance.now();
      const { status } = spawnSync(process.execPath, parameters, {
        cwd: folder,
        env: { HOME: folder, ...variables },
      });
      if (status !== 0) throw new Error(`${parameters.join(" ")} ended with ${status}`);
      // The first round compiles; its time is that of a first start only.
      if (round > 0) times.push(performance.now() - start);
    }
  }
  return all.map(({ name, times }) => {
    const sorted = times.toSorted((one, other) => one - other);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    console.log(
      `${name.padEnd(28)} median ${median.toFixed(1)} ms, fastest ${(sorted[0] ?? 0).toFixed(1)} ms`,
    );
    return median;
  });
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
