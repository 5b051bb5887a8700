import { createDeepgramClient } from "@openbalance/deepgram";
import { createFlexpriceClient } from "@openbalance/flexprice";
import { isBalanceError } from "@openbalance/normalize";
import { createOpenrouterClient } from "@openbalance/openrouter";
import { createStripeClient } from "@openbalance/stripe";
import { createTelnyxClient } from "@openbalance/telnyx";
import { createTwilioClient } from "@openbalance/twilio";
import { createVonageClient } from "@openbalance/vonage";
import type { Outcome } from "./outcome.ts";
import type { ReadJob } from "./read-official.ts";
import type { ComparedVendor } from "./replies.ts";

const accountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

const projectId = "3f1c0000-0000-4000-8000-000000000001";

const readers: Readonly<Record<ComparedVendor, (baseUrl: string) => Promise<{ readonly data: unknown }>>> = {
  telnyx: (baseUrl) =>
    createTelnyxClient({ apiKey: "KEY_demo_telnyx", baseUrl, retry: false }).GET("/balance"),
  flexprice: (baseUrl) => {
    const client = createFlexpriceClient({ apiKey: "sk_demo_flexprice", baseUrl, retry: false });
    return client.GET("/wallets/{id}/balance/real-time", { params: { path: { id: "wallet_01J9ZQ4N" } } });
  },
  deepgram: (baseUrl) => {
    const client = createDeepgramClient({ apiKey: "demo-deepgram-key", baseUrl, retry: false });
    return client.GET("/v1/projects/{project_id}/balances", { params: { path: { project_id: projectId } } });
  },
  openrouter: (baseUrl) =>
    createOpenrouterClient({ apiKey: "sk-or-v1-demo", baseUrl, retry: false }).GET("/credits"),
  stripe: (baseUrl) =>
    createStripeClient({ apiKey: "sk_test_demo_stripe", baseUrl, retry: false }).GET("/v1/balance"),
  twilio: (baseUrl) => {
    const client = createTwilioClient({ accountSid, authToken: "demo-twilio-token", baseUrl, retry: false });
    const params = { path: { AccountSid: accountSid } };
    return client.GET("/2010-04-01/Accounts/{AccountSid}/Balance.json", { params });
  },
  vonage: (baseUrl) => {
    const credentials = { apiKey: "abcd1234", apiSecret: "demo-vonage-secret" };
    return createVonageClient({ ...credentials, baseUrl, retry: false }).GET("/account/get-balance");
  },
};

/** Reads an address with this project's client. */
export async function readOurs({ vendor, url: baseUrl }: ReadJob): Promise<Outcome> {
  try {
    const { data } = await readers[vendor](baseUrl);
    return { data };
  } catch (error) {
    if (!isBalanceError(error)) throw error;
    return { status: error.httpStatus };
  }
}
