import { createFlexpriceClient } from "@openbalance/flexprice";
import { isBalanceError } from "@openbalance/normalize";
import { createTelnyxClient } from "@openbalance/telnyx";
import type { Outcome } from "./outcome.ts";
import type { ReadJob } from "./read-official.ts";

/** Reads an address with this project's client. */
export async function readOurs({ vendor, url: baseUrl }: ReadJob): Promise<Outcome> {
  try {
    const { data } =
      vendor === "telnyx"
        ? await createTelnyxClient({ apiKey: "KEY_demo_telnyx", baseUrl, retry: false }).GET("/balance")
        : await createFlexpriceClient({ apiKey: "sk_demo_flexprice", baseUrl, retry: false }).GET(
            "/wallets/{id}/balance/real-time",
            { params: { path: { id: "wallet_01J9ZQ4N" } } },
          );
    return { data };
  } catch (error) {
    if (!isBalanceError(error)) throw error;
    return { status: error.httpStatus };
  }
}
