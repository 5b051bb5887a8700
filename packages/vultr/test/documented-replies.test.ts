import { describeClient } from "@openbalance/testing/describe-client";
import { expectTypeOf } from "vitest";
import { createVultrClient, type VultrBalanceReply } from "../src/index.ts";

await describeClient({
  vendor: "vultr",
  createClient: (baseUrl) => createVultrClient({ apiKey: "K3Y", baseUrl, retry: false }),
  calls: {
    "get-account": (client, options) => client.GET("/account", options),
  },
  answer: { account: { balance: -50.25 } },
  refusals: {
    "400 bad-request": ["bad_request"],
    "401 unauthenticated": ["unauthenticated"],
    "401 unauthorized-address": ["forbidden"],
    "403 forbidden": ["forbidden"],
    "404 not-found": ["not_found"],
    "429 rate-limited": ["rate_limited"],
    "500 server-error": ["server_error"],
    "500 null-body": ["server_error"],
    "502 without a body": ["unavailable"],
    "503 unavailable": ["unavailable"],
    "504 without a body": ["unavailable"],
  },
});

expectTypeOf<NonNullable<VultrBalanceReply["account"]>["balance"]>().toEqualTypeOf<
  number | string | undefined
>();
