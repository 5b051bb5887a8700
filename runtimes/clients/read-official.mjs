// Reads with the official clients and writes what they gave, a JSON line a job:
// `read-official.mjs <file with a JSON list of { vendor, url }>`.
import { readFile } from "node:fs/promises";
import { DeepgramClient } from "@deepgram/sdk";
import { Flexprice } from "@flexprice/sdk";
import { OpenRouter } from "@openrouter/sdk";
import { Accounts } from "@vonage/accounts";
import { Stripe } from "stripe";
import Telnyx from "telnyx";
import twilio from "twilio";

const accountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

const projectId = "3f1c0000-0000-4000-8000-000000000001";

const readers = {
  telnyx: (baseURL) => new Telnyx({ apiKey: "KEY_demo_telnyx", baseURL, maxRetries: 0 }).balance.retrieve(),
  flexprice: (serverURL) =>
    new Flexprice({ apiKeyAuth: "sk_demo_flexprice", serverURL, timeoutMs: 10_000 }).wallets.getWalletBalance(
      "wallet_01J9ZQ4N",
    ),
  deepgram(baseUrl) {
    const client = new DeepgramClient({ apiKey: "demo-deepgram-key", baseUrl, maxRetries: 0 });
    return client.manage.v1.projects.billing.balances.list(projectId);
  },
  openrouter: (serverURL) => {
    const options = { apiKey: "sk-or-v1-demo", serverURL, timeoutMs: 10_000 };
    return new OpenRouter({ ...options, retryConfig: { strategy: "none" } }).credits.getCredits();
  },
  stripe: (url) => {
    const { hostname: host, port } = new URL(url);
    const options = { host, port, protocol: "http", maxNetworkRetries: 0, telemetry: false };
    return new Stripe("sk_test_demo_stripe", options).balance.retrieve();
  },
  async twilio(url) {
    // Its client has no option for another address; its HTTP client sees every request.
    const http = new twilio.RequestClient();
    const request = (sent) => http.request({ ...sent, uri: sent.uri.replace("https://api.twilio.com", url) });
    const client = twilio(accountSid, "demo-twilio-token", { httpClient: { request } });
    return (await client.api.v2010.accounts(accountSid).balance.fetch()).toJSON();
  },
  vonage: (restHost) =>
    new Accounts({ apiKey: "abcd1234", apiSecret: "demo-vonage-secret" }, { restHost }).getBalance(),
};

for (const { vendor, url } of JSON.parse(await readFile(process.argv[2], "utf8"))) {
  console.log(JSON.stringify(await outcome(() => readers[vendor](url))));
}

async function outcome(read) {
  try {
    return { data: await read() };
  } catch (error) {
    return { status: error.status ?? error.statusCode ?? error.response?.status };
  }
}
