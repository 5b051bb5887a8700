import { Flexprice } from "@flexprice/sdk";

export const read = (serverURL) => {
  const client = new Flexprice({ apiKeyAuth: "sk_demo_flexprice", serverURL, timeoutMs: 10_000 });
  return client.wallets.getWalletBalance("wallet_01J9ZQ4N");
};
