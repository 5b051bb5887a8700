import { createFlexpriceClient, type FlexpriceClient } from "@openbalance/flexprice";
import { flexpriceAccount, readBalances, type FlexpriceSnapshot } from "@openbalance/normalize";
import type { ResultStore, WalletResult } from "./result-store.ts";

/** One client for all wallets: they share its connections and its budget of retries. */
export function createClient(environment: NodeJS.ProcessEnv): FlexpriceClient {
  const apiKey = environment.FLEXPRICE_API_KEY ?? "";
  const baseUrl = environment.FLEXPRICE_BASE_URL;
  return createFlexpriceClient(baseUrl === undefined ? { apiKey, region: "us" } : { apiKey, baseUrl });
}

/**
 * Reads the wallets that have no result yet and writes one for each that could be read or never will be.
 * Throws when some may be readable later, for the queue to try again: it then finds only those missing.
 */
export async function readWallets(
  client: FlexpriceClient,
  store: ResultStore,
  walletIds: readonly string[],
): Promise<void> {
  const missing = await store.missing(walletIds);
  const accounts = missing.map((walletId) => flexpriceAccount({ client, walletId, ref: walletId }));
  const { results } = await readBalances(accounts, { concurrency: 20 });
  const settled = new Map<string, WalletResult>();
  const later: string[] = [];
  for (const result of results) {
    if (result.ok) settled.set(result.account.ref, resultOf(result.snapshot));
    else if (result.error.retryable) later.push(result.error.code);
    else settled.set(result.account.ref, { error: result.error.code });
  }
  await store.write(settled);
  if (later.length > 0)
    throw new Error(`${later.length} wallets to be read later: ${[...new Set(later)].join(", ")}`);
}

function resultOf({ balances }: FlexpriceSnapshot): WalletResult {
  const [balance] = balances;
  if (balance === undefined) return { error: "bad_response" };
  const { asset, available, total } = balance;
  return {
    asset: asset.id,
    ...(available === undefined ? {} : { available }),
    ...(total === undefined ? {} : { total }),
  };
}
