// Prints what `openbalance history` costs over a long history. Run by hand: node bench/history.ts [readings] [accounts].
// Times are of the wall; where the machine has other work, only the CPU time beside them says something.
import { spawnSync } from "node:child_process";
import { open, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const readings = Number(process.argv[2] ?? 1_000_000);
const accounts = Number(process.argv[3] ?? 5);
const monthMs = 29 * 86_400_000;
const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const tellCost = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write("cost " + (userCPUTime + systemCPUTime) / 1e6 + " " + Math.round(maxRSS / 1024));
});`;

const folder = await mkdtemp(join(tmpdir(), "openbalance-bench-"));
try {
  await keepReadings(join(folder, "history"));
  console.log(`load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`);
  console.log(`${readings} readings of ${accounts} accounts`);
  for (const flags of [[], ["--since", "1d"], ["--html", "page.html"], ["--json"]]) measure(flags);
  console.log(`page.html: ${Math.round((await stat(join(folder, "page.html"))).size / 1_000)} KB`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Writes the lines as the store does, some thousand at a time. */
async function keepReadings(history: string): Promise<void> {
  await mkdir(history);
  const startMs = Date.now() - monthMs;
  const left = Array.from({ length: accounts }, () => 10_000_000);
  let lines: string[] = [];
  let month = "";
  const flush = async (): Promise<void> => {
    await using file = await open(join(history, `${month}.jsonl`), "a", 0o600);
    await file.writeFile(lines.join(""));
    lines = [];
  };
  for (let index = 0; index < readings; index += 1) {
    const at = new Date(startMs + (monthMs * index) / readings).toISOString();
    if (month !== at.slice(0, 7) || lines.length === 5_000) {
      if (lines.length > 0) await flush();
      month = at.slice(0, 7);
    }
    const account = index % accounts;
    const cents = (left[account] ?? 0) - (index % 7);
    left[account] = cents < 1_000 ? 10_000_000 : cents;
    const amounts = { available: String(cents / 100), pending: "0", creditLimit: "0" };
    const named = { vendor: "telnyx", account: `account-${account}`, asset: "iso4217:USD", code: "USD" };
    lines.push(`${JSON.stringify({ at, ...named, amounts })}\n`);
  }
  await flush();
}

function measure(flags: readonly string[]): void {
  const startMs = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(tellCost)}`, main, "history", ...flags],
    {
      cwd: folder,
      encoding: "utf8",
      env: { HOME: "/dev/null", OPENBALANCE_STATE_DIR: folder },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  if (status !== 0) throw new Error(stderr);
  const [, cpu, megabytes] = /cost (\S+) (\S+)$/.exec(stderr) ?? [];
  const wall = ((performance.now() - startMs) / 1_000).toFixed(2);
  console.log(
    `history ${flags.join(" ")}: ${wall} s, ${Number(cpu).toFixed(2)} s CPU, ${megabytes} MB at most`,
  );
}
