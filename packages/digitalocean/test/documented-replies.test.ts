import { describeClient } from "@openbalance/testing/describe-client";
import { expectTypeOf } from "vitest";
import { createDigitaloceanClient, type DigitaloceanBalanceReply } from "../src/index.ts";

await describeClient({
  vendor: "digitalocean",
  createClient: (baseUrl) => createDigitaloceanClient({ token: "dop_v1_t0ken", baseUrl, retry: false }),
  calls: {
    balance_get: (client, options) => client.GET("/v2/customers/my/balance", options),
  },
  answer: { account_balance: "12.23" },
  refusals: {
    "400 bad-request": ["bad_request", "bad_request"],
    "401 unauthorized": ["unauthenticated", "unauthorized"],
    "403 forbidden": ["forbidden", "forbidden"],
    "404 not-found": ["not_found", "not_found"],
    "422 unprocessable": ["bad_request", "unprocessable_entity"],
    "429 too-many-requests": ["rate_limited", "too_many_requests"],
    "500 server-error": ["server_error", "server_error"],
    "500 null-body": ["server_error"],
    "502 without a body": ["unavailable"],
    "503 unavailable": ["unavailable", "service_unavailable"],
    "504 without a body": ["unavailable"],
  },
});

expectTypeOf<DigitaloceanBalanceReply["account_balance"]>().toEqualTypeOf<string | undefined>();
