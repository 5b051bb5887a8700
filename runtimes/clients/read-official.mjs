// Reads with the official clients and writes what they gave, a JSON line a job:
// `read-official.mjs <file with a JSON list of { vendor, url }>`.
import { readFile } from "node:fs/promises";
import { Flexprice } from "@flexprice/sdk";
import { OpenRouter } from "@openrouter/sdk";
import Telnyx from "telnyx";

const readers = {
  telnyx: (baseURL) => new Telnyx({ apiKey: "KEY_demo_telnyx", baseURL, maxRetries: 0 }).balance.retrieve(),
  flexprice: (serverURL) =>
    new Flexprice({ apiKeyAuth: "sk_demo_flexprice", serverURL, timeoutMs: 10_000 }).wallets.getWalletBalance(
      "wallet_01J9ZQ4N",
    ),
  openrouter: (serverURL) => {
    const options = { apiKey: "sk-or-v1-demo", serverURL, timeoutMs: 10_000 };
    return new OpenRouter({ ...options, retryConfig: { strategy: "none" } }).credits.getCredits();
  },
};

for (const { vendor, url } of JSON.parse(await readFile(process.argv[2], "utf8"))) {
  console.log(JSON.stringify(await outcome(() => readers[vendor](url))));
}

async function outcome(read) {
  try {
    return { data: await read() };
  } catch (error) {
    return { status: error.status ?? error.statusCode };
  }
}
