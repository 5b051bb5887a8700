// Reads 10,000 accounts of five vendors from a server in another process, beside as many bare requests.
// Run with `node --expose-gc packages/normalize/bench/many-accounts.ts`; `--accounts 100000` reads more, `--concurrency 16` fewer at a time.
import { fork } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { readBalances, readBalancesStream, type BalanceAccount } from "../src/index.ts";
import { wireVendors } from "../test/faults/wire-vendors.ts";
import { measure, type Measurement } from "./measure.ts";

const { values } = parseArgs({
  options: {
    accounts: { type: "string", default: "10000" },
    concurrency: { type: "string", default: "64" },
  },
});
const count = Number(values.accounts);
const concurrency = Number(values.concurrency);

const server = fork(new URL("many-server.ts", import.meta.url), { execArgv: [] });
const [url] = (await once(server, "message")) as [string];
try {
  const runs = { "raw fetch": bareRequests, readBalances: reportOfAll, readBalancesStream: streamOfAll };
  // Compiles what will run, opens the connections, and is not measured.
  for (const run of Object.values(runs)) await run(Math.min(count, 2_000), () => undefined);
  console.log(`${count} accounts of ${wireVendors.length} vendors, ${concurrency} at a time`);
  let bare: Measurement | undefined;
  for (const [name, run] of Object.entries(runs)) {
    const measured = await measure(count, run);
    bare ??= measured;
    print(name, measured, bare);
  }
} finally {
  server.disconnect();
}

function* accounts(total: number): Generator<BalanceAccount> {
  for (let index = 0; index < total; index += 1) {
    const vendor = wireVendors[index % wireVendors.length];
    if (vendor !== undefined) yield vendor.account(`${url}/${vendor.vendor}`);
  }
}

async function bareRequests(total: number, step: () => void): Promise<void> {
  let left = total;
  async function next(): Promise<void> {
    while (left > 0) {
      left -= 1;
      const vendor = wireVendors[left % wireVendors.length]?.vendor;
      const reply = await fetch(`${url}/${vendor}/balance`, { headers: { authorization: "Bearer k" } });
      if (!reply.ok) throw new Error(`the server answered ${reply.status}`);
      await reply.text();
      step();
    }
  }
  await Promise.all(Array.from({ length: concurrency }, next));
}

async function reportOfAll(total: number, step: () => void): Promise<void> {
  const { complete } = await readBalances([...accounts(total)], { concurrency, onResult: step });
  if (!complete) throw new Error("an account was not read");
}

async function streamOfAll(total: number, step: () => void): Promise<void> {
  for await (const result of readBalancesStream(accounts(total), { concurrency })) {
    if (!result.ok) throw result.error;
    step();
  }
}

function print(name: string, measured: Measurement, bare: Measurement): void {
  const rate = measured.count / measured.seconds;
  const speed = bare.seconds / measured.seconds;
  const cost = measured.cpuSeconds / bare.cpuSeconds;
  const live = measured.liveBytes.map(megabytes);
  console.log(
    `${name.padEnd(19)}${rate.toFixed(0).padStart(6)} a second, ${speed.toFixed(2)} of raw fetch's speed, ` +
      `${cost.toFixed(2)} times its CPU, peak ${megabytes(measured.peakRssBytes)} MB, ` +
      `in use ${live[0]} MB at a tenth, ${live.at(-1)} MB at the end`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
