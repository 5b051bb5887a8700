import { decodeStripeBalance } from "@openbalance/normalize/stripe";
import { createStripeClient } from "@openbalance/stripe";
import type { ComparedClient } from "../compared-client.ts";

export const compared: ComparedClient = {
  operationId: "GetBalance",
  decode: decodeStripeBalance,
  read: (baseUrl) =>
    createStripeClient({ apiKey: "sk_test_demo_stripe", baseUrl, retry: false }).GET("/v1/balance"),
};
