import type { Redis } from "ioredis";

/** What is kept of a wallet: its amounts as exact text, or the code of the error that no retry will mend. */
export type WalletResult =
  | { readonly asset: string; readonly available?: string; readonly total?: string }
  | { readonly error: string };

/** The results of a run: one field of a hash for each wallet, so that writing one again replaces it. */
export class ResultStore {
  readonly #redis: Redis;
  readonly #key: string;

  constructor(redis: Redis, run: string) {
    this.#redis = redis;
    this.#key = `wallet-balances:${run}`;
  }

  /** Of these wallets, those that have no result yet. */
  async missing(walletIds: readonly string[]): Promise<readonly string[]> {
    const found = await this.#redis.hmget(this.#key, ...walletIds);
    return walletIds.filter((_, index) => found[index] === null);
  }

  /** Writes results, all of them or none. */
  async write(results: ReadonlyMap<string, WalletResult>): Promise<void> {
    if (results.size === 0) return;
    const fields = [...results].flatMap(([walletId, result]) => [walletId, JSON.stringify(result)]);
    await this.#redis.hset(this.#key, ...fields);
  }

  /** How many wallets have a result. */
  count(): Promise<number> {
    return this.#redis.hlen(this.#key);
  }

  /** Every result, each wallet once. */
  async *all(): AsyncGenerator<readonly [walletId: string, result: WalletResult]> {
    const seen = new Set<string>();
    let cursor = "0";
    do {
      const [next, fields] = await this.#redis.hscan(this.#key, cursor, "COUNT", 1_000);
      cursor = next;
      for (let index = 0; index < fields.length; index += 2) {
        const [walletId, text] = [fields[index], fields[index + 1]];
        // A scan may show a field twice while the hash grows.
        if (walletId === undefined || text === undefined || seen.has(walletId)) continue;
        seen.add(walletId);
        // Written by this class alone.
        yield [walletId, JSON.parse(text) as WalletResult];
      }
    } while (cursor !== "0");
  }
}
