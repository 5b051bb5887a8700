import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runFleet } from "./fleet.ts";
import type { RedisServer } from "./redis-server.ts";
import { existsAt, sumInBillionths } from "./wallet-amount.ts";

/** What the driver needs of the example; its own files say more. */
interface FleetProgram {
  readonly enqueueWallets: (queue: Queue, run: string, walletIds: readonly string[]) => Promise<void>;
  readonly ResultStore: new (redis: object, run: string) => { count(): Promise<number> };
  readonly sumResults: (store: object) => Promise<{
    readonly wallets: number;
    readonly available: ReadonlyMap<string, string>;
    readonly errors: ReadonlyMap<string, number>;
  }>;
}

interface Queue {
  close(): Promise<void>;
}

const run = "tonight";

/** Reads the wallets with four workers, kills some of them on the way, checks the results and says how it went. */
export async function tryFleet(project: string, redis: RedisServer, wallets: number): Promise<string> {
  const program = await loadProgram(project);
  const server = await startWalletServer();
  const connection = program.connect(redis.url);
  const queue = program.openQueue(connection);
  const store = new program.ResultStore(connection, run);
  const startedAtMs = performance.now();
  await program.enqueueWallets(
    queue,
    run,
    Array.from({ length: wallets }, (_, number) => `wallet_${number}`),
  );
  // What a nervous operator does.
  await program.enqueueWallets(
    queue,
    run,
    Array.from({ length: wallets }, (_, number) => `wallet_${number}`),
  );
  const environment = {
    REDIS_URL: redis.url,
    FLEXPRICE_BASE_URL: server.url,
    FLEXPRICE_API_KEY: "sk_demo_flexprice",
  };
  const kills = await runFleet(
    { project, environment, workers: 4, kills: wallets < 50_000 ? 3 : 8 },
    async () => (await store.count()) / wallets,
  );
  const seconds = Math.round((performance.now() - startedAtMs) / 1_000);
  const sum = await program.sumResults(store);
  await queue.close();
  connection.disconnect();
  const requests = await server.close();
  check("wallets with a result", sum.wallets, wallets);
  const absent = Array.from({ length: wallets }, (_, number) => number).filter(
    (number) => !existsAt(number),
  ).length;
  check("wallets that do not exist", sum.errors.get("not_found") ?? 0, absent);
  check("kinds of errors", sum.errors.size, absent === 0 ? 0 : 1);
  const [whole = "0", fraction = ""] = (sum.available.get("iso4217:USD") ?? "0").split(".");
  check("the sum", BigInt(whole + fraction.padEnd(9, "0")), sumInBillionths(wallets));
  return `fleet: ${wallets} wallets in ${seconds} s on Redis ${redis.version}, ${kills} workers killed, ${requests} requests; none lost, none counted twice, the sum exact`;
}

function check<Value>(what: string, found: Value, expected: Value): void {
  if (found !== expected) throw new Error(`fleet: ${what}: ${String(found)} instead of ${String(expected)}`);
}

async function loadProgram(project: string): Promise<
  FleetProgram & {
    connect(url: string): { disconnect(): void };
    openQueue(connection: object): Queue;
  }
> {
  const load = async (file: string): Promise<object> =>
    (await import(pathToFileURL(join(project, file)).href)) as object;
  const require = createRequire(join(project, "package.json"));
  // The example's own modules and those it depends on, which are not installed for this project.
  const { Redis } = require("ioredis") as {
    Redis: new (url: string, options: object) => { disconnect(): void };
  };
  const { Queue: BullQueue } = require("bullmq") as { Queue: new (name: string, options: object) => Queue };
  const modules = await Promise.all(
    ["queue.ts", "result-store.ts", "sum-results.ts"].map((file) => load(file)),
  );
  const program = Object.assign({}, ...modules) as FleetProgram & { readonly queueName: string };
  return {
    ...program,
    connect: (url) => new Redis(url, { maxRetriesPerRequest: null }),
    openQueue: (connection) => new BullQueue(program.queueName, { connection }),
  };
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
