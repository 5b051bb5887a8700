import type { Queue } from "bullmq";

/** One job: some wallets of a run. */
export interface WalletJob {
  readonly run: string;
  readonly walletIds: readonly string[];
}

export const queueName = "wallet-balances";

/** Puts the wallets of a run on the queue, a job for every hundred. Doing it twice adds nothing. */
export async function enqueueWallets(
  queue: Queue<WalletJob>,
  run: string,
  walletIds: readonly string[],
): Promise<void> {
  const jobs = Array.from({ length: Math.ceil(walletIds.length / 100) }, (_, index) => ({
    name: "read",
    data: { run, walletIds: walletIds.slice(index * 100, (index + 1) * 100) },
    opts: {
      // The same job under the same name is there only once.
      jobId: `${run}-${index}`,
      attempts: 10,
      backoff: { type: "exponential", delay: 200 },
      removeOnComplete: true,
    },
  }));
  for (let start = 0; start < jobs.length; start += 500) await queue.addBulk(jobs.slice(start, start + 500));
}
