import { createFlexpriceClient } from "@openbalance/flexprice";
import { decodeFlexpriceBalance } from "@openbalance/normalize/flexprice";
import type { ComparedClient } from "../compared-client.ts";

export const compared: ComparedClient = {
  operationId: "getWalletBalance",
  decode: decodeFlexpriceBalance,
  renames: true,
  read(baseUrl) {
    const client = createFlexpriceClient({ apiKey: "sk_demo_flexprice", baseUrl, retry: false });
    return client.GET("/wallets/{id}/balance/real-time", { params: { path: { id: "wallet_01J9ZQ4N" } } });
  },
};
