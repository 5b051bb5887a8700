// Puts a run on the queue: `node enqueue.ts <run> < wallet-ids.txt`, an id a line.
import { createInterface } from "node:readline";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { enqueueWallets, queueName, type WalletJob } from "./queue.ts";

const [run] = process.argv.slice(2);
if (run === undefined) throw new Error("usage: node enqueue.ts <run> < wallet-ids.txt");
const walletIds: string[] = [];
for await (const line of createInterface({ input: process.stdin })) if (line !== "") walletIds.push(line);
const connection = new Redis(process.env.REDIS_URL ?? "redis://127.0.0.1:6379", {
  maxRetriesPerRequest: null,
});
const queue = new Queue<WalletJob>(queueName, { connection });
await enqueueWallets(queue, run, walletIds);
console.log(`${walletIds.length} wallets`);
await queue.close();
connection.disconnect();
