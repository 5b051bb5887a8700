import { createFlexpriceClient } from "@openbalance/flexprice";
import { isBalanceError } from "@openbalance/normalize";
import { createOpenrouterClient } from "@openbalance/openrouter";
import { createTelnyxClient } from "@openbalance/telnyx";
import type { Outcome } from "./outcome.ts";
import type { ReadJob } from "./read-official.ts";
import type { ComparedVendor } from "./replies.ts";

const readers: Readonly<Record<ComparedVendor, (baseUrl: string) => Promise<{ readonly data: unknown }>>> = {
  telnyx: (baseUrl) =>
    createTelnyxClient({ apiKey: "KEY_demo_telnyx", baseUrl, retry: false }).GET("/balance"),
  flexprice: (baseUrl) => {
    const client = createFlexpriceClient({ apiKey: "sk_demo_flexprice", baseUrl, retry: false });
    return client.GET("/wallets/{id}/balance/real-time", { params: { path: { id: "wallet_01J9ZQ4N" } } });
  },
  openrouter: (baseUrl) =>
    createOpenrouterClient({ apiKey: "sk-or-v1-demo", baseUrl, retry: false }).GET("/credits"),
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
