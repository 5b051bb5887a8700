// Reads wallets off the queue until it is told to stop. Start as many as you like; kill any of them.
import { Worker } from "bullmq";
import { Redis } from "ioredis";
import { queueName, type WalletJob } from "./queue.ts";
import { createClient, readWallets } from "./read-wallets.ts";
import { ResultStore } from "./result-store.ts";

const connection = new Redis(process.env.REDIS_URL ?? "redis://127.0.0.1:6379", {
  maxRetriesPerRequest: null,
});
const client = createClient(process.env);
const worker = new Worker<WalletJob>(
  queueName,
  ({ data }) => readWallets(client, new ResultStore(connection, data.run), data.walletIds),
  {
    connection,
    concurrency: 4,
    // A worker that dies holds its jobs until their lock ends; then another takes them.
    lockDuration: 10_000,
    stalledInterval: 2_000,
    maxStalledCount: 10,
  },
);
worker.on("error", (error) => console.error(error.message));
process.once("SIGTERM", () => void worker.close().then(() => connection.quit()));
