import { describeClient } from "@openbalance/testing/describe-client";
import { expectTypeOf } from "vitest";
import { createVonageClient, type VonageBalanceReply } from "../src/index.ts";

await describeClient({
  vendor: "vonage",
  createClient: (baseUrl) =>
    createVonageClient({ apiKey: "abcd1234", apiSecret: "s3cr3t", baseUrl, retry: false }),
  calls: {
    getAccountBalance: (client, options) => client.GET("/account/get-balance", options),
  },
  answer: { value: 10.171275 },
  refusals: {
    "400 bad-request": ["bad_request", "400"],
    "401 documented": ["unauthenticated", "401"],
    "401 problem-json": ["unauthenticated"],
    "403 forbidden": ["forbidden"],
    "404 not-found": ["not_found", "404"],
    "429 rate-limited": ["rate_limited"],
    "500 server-error": ["server_error"],
    "500 null-body": ["server_error"],
    "502 without a body": ["unavailable"],
    "503 unavailable": ["unavailable", "503"],
    "504 without a body": ["unavailable"],
  },
});

expectTypeOf<VonageBalanceReply["value"]>().toEqualTypeOf<number | undefined>();
