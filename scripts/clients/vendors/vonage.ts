import { decodeVonageBalance } from "@openbalance/normalize/vonage";
import { createVonageClient } from "@openbalance/vonage";
import type { ComparedClient } from "../compared-client.ts";

export const compared: ComparedClient = {
  operationId: "getAccountBalance",
  decode: decodeVonageBalance,
  read(baseUrl) {
    const credentials = { apiKey: "abcd1234", apiSecret: "demo-vonage-secret" };
    return createVonageClient({ ...credentials, baseUrl, retry: false }).GET("/account/get-balance");
  },
};
