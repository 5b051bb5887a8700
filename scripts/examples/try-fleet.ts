import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { runTool } from "../run-tool.ts";
import { runFleet } from "./fleet.ts";
import type { RedisServer } from "./redis-server.ts";
import { existsAt, sumInBillionths } from "./wallet-amount.ts";

/** What `report.ts` of the example prints. */
interface Report {
  readonly wallets: number;
  readonly unstated: number;
  readonly available: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, number>>;
}

const run = "tonight";

/** Reads the wallets with four workers, kills some of them on the way, checks the results and says how it went. */
export async function tryFleet(project: string, redis: RedisServer, wallets: number): Promise<string> {
  const server = await startWalletServer();
  const environment = {
    ...process.env,
    REDIS_URL: redis.url,
    FLEXPRICE_BASE_URL: server.url,
    FLEXPRICE_API_KEY: "sk_demo_flexprice",
  };
  const startedAtMs = performance.now();
  // Twice, as a nervous operator does.
  await enqueue(project, environment, wallets);
  await enqueue(project, environment, wallets);
  const kills = await runFleet(
    { project, environment, workers: 4, kills: wallets < 50_000 ? 3 : 8 },
    async () => (await redis.hashLength(`wallet-balances:${run}`)) / wallets,
  );
  const seconds = Math.round((performance.now() - startedAtMs) / 1_000);
  const printed = await runTool(process.execPath, ["report.ts", run], project, environment);
  const requests = await server.close();
  checkReport(JSON.parse(printed) as Report, wallets);
  return `fleet: ${wallets} wallets in ${seconds} s on Redis ${redis.version}, ${kills} workers killed, ${requests} requests; none lost, none counted twice, the sum exact`;
}

function checkReport({ wallets, unstated, available, errors }: Report, expected: number): void {
  const numbers = Array.from({ length: expected }, (_, number) => number);
  const absent = numbers.filter((number) => !existsAt(number)).length;
  const [whole = "0", fraction = ""] = (available["iso4217:USD"] ?? "0").split(".");
  check("wallets with a result", wallets, expected);
  check("wallets without an amount", unstated, 0);
  check("errors", JSON.stringify(errors), JSON.stringify(absent === 0 ? {} : { not_found: absent }));
  check("the sum", BigInt(whole + fraction.padEnd(9, "0")), sumInBillionths(expected));
}

function check<Value>(what: string, found: Value, expected: Value): void {
  if (found !== expected) throw new Error(`fleet: ${what}: ${String(found)} instead of ${String(expected)}`);
}

async function enqueue(project: string, environment: NodeJS.ProcessEnv, wallets: number): Promise<void> {
  const child = spawn(process.execPath, ["enqueue.ts", run], {
    cwd: project,
    env: environment,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const printed = text(child.stdout);
  child.stdin.end(Array.from({ length: wallets }, (_, number) => `wallet_${number}\n`).join(""));
  await once(child, "close");
  check("wallets on the queue", (await printed).trim(), `${wallets} wallets`);
}

async function startWalletServer(): Promise<{ readonly url: string; close(): Promise<string> }> {
  const file = fileURLToPath(new URL("wallet-server.ts", import.meta.url));
  const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  return {
    url: String(first.value),
    async close() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      const last = await lines.next();
      await ended;
      return String(last.value);
    },
  };
}
