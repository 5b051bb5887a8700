// Lets a true Prometheus scrape `openbalance serve` over the mocks, and promtool check what is shipped.
// Run by hand: node scripts/try-prometheus.ts. It needs prometheus and promtool, from Debian's package `prometheus`.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startMocks } from "@openbalance/testing";
import { environmentFor } from "../test/demo-environment.ts";

const monitoring = fileURLToPath(new URL("../monitoring/", import.meta.url));
const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const prometheusPort = 19_190;

const version = spawnSync("prometheus", ["--version"], { encoding: "utf8" });
if (version.error !== undefined) {
  console.error("prometheus is not installed; `apt-get install prometheus` brings it and promtool");
  process.exit(2);
}
console.log(version.stdout.split("\n")[0] || version.stderr.split("\n")[0]);
checkWithPromtool(["check", "rules", "alerts.yml"]);
checkWithPromtool(["test", "rules", "alerts.test.yml"]);
checkWithPromtool(["check", "config", "prometheus.yml"]);

const folder = await mkdtemp(join(tmpdir(), "openbalance-prometheus-"));
const children: ChildProcess[] = [];
try {
  await using mocks = await startMocks(["bytenite", "flexprice", "telnyx", "glyphrun", "bitfront"], {
    prefer: { glyphrun: "code=500" },
  });
  const address = await startServe(environmentFor(mocks.urls));
  const metrics = await (await fetch(`${address}/metrics`)).text();
  checkWithPromtool(["check", "metrics"], metrics);
  await startPrometheus(address);
  console.log(await untilScraped());
  await show("openbalance_balance");
  await show("openbalance_up");
  await show('ALERTS{alertname="BalanceBelowThreshold"}');
} finally {
  for (const child of children) {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  }
  await rm(folder, { recursive: true, force: true });
}

function checkWithPromtool(parameters: readonly string[], input = ""): void {
  const { status, stdout, stderr } = spawnSync("promtool", [...parameters], {
    cwd: monitoring,
    input,
    encoding: "utf8",
  });
  console.log(`promtool ${parameters.join(" ")}: ${status === 0 ? "ok" : "FAILED"}`);
  if (status === 0) return;
  console.error(stdout + stderr);
  process.exitCode = 1;
}

async function startServe(environment: Readonly<Record<string, string>>): Promise<string> {
  const parameters = ["serve", "--port", "0", "--below", "telnyx=500", "--below", "bytenite:BYC=20"];
  const child = spawn(process.execPath, [main, ...parameters], {
    env: { ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [chunk]: unknown[] = await once(child.stdout, "data");
  return String(chunk).replace("listening on ", "").replace("/metrics", "").trim();
}

async function startPrometheus(address: string): Promise<void> {
  const config = (await readFile(join(monitoring, "prometheus.yml"), "utf8"))
    .replaceAll("127.0.0.1:9780", new URL(address).host)
    .replace("alerts.yml", join(folder, "alerts.yml"))
    .replace("scrape_interval: 1m", "scrape_interval: 3s")
    .replace("scrape_timeout: 10s", "scrape_timeout: 3s");
  await writeFile(join(folder, "prometheus.yml"), `global: { evaluation_interval: 1s }\n${config}`);
  await writeFile(join(folder, "alerts.yml"), await readFile(join(monitoring, "alerts.yml"), "utf8"));
  const child = spawn(
    "prometheus",
    [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${prometheusPort}`,
      "--log.level=warn",
    ],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  children.push(child);
}

async function untilScraped(): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    await wait(500);
    const targets = await ask("/api/v1/targets").catch(() => "");
    if (targets.includes('"health":"up"')) {
      // One more evaluation of the rules.
      await wait(4_000);
      return "the target is up";
    }
    if (targets.includes('"health":"down"')) {
      process.exitCode = 1;
      return `the target is down: ${targets}`;
    }
  }
  process.exitCode = 1;
  return "the target was never scraped";
}

interface Answer {
  readonly data: {
    readonly result: readonly {
      readonly metric: Readonly<Record<string, string>>;
      readonly value: readonly [number, string];
    }[];
  };
}

async function show(query: string): Promise<void> {
  const { data } = JSON.parse(await ask(`/api/v1/query?query=${encodeURIComponent(query)}`)) as Answer;
  console.log(`\n${query}: ${data.result.length} series`);
  for (const { metric, value } of data.result) {
    const { vendor, asset = "", kind = "", alertstate = "" } = metric;
    console.log(`  ${[vendor, asset, kind, alertstate].filter(Boolean).join(" ")} = ${value[1]}`);
  }
}

async function ask(path: string): Promise<string> {
  return (await fetch(`http://127.0.0.1:${prometheusPort}${path}`)).text();
}
