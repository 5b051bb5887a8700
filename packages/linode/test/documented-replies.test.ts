import { describeClient } from "@openbalance/testing/describe-client";
import { expectTypeOf } from "vitest";
import { createLinodeClient, type LinodeBalanceReply } from "../src/index.ts";

await describeClient({
  vendor: "linode",
  createClient: (baseUrl) => createLinodeClient({ token: "t0ken", baseUrl, retry: false }),
  calls: {
    getAccount: (client, options) => client.GET("/account", options),
  },
  answer: { balance: -29.91 },
  // 520 stands for `default`; by itself it is a gateway that does not reach the vendor.
  refusals: {
    "400 bad-request": ["bad_request"],
    "401 unauthenticated": ["unauthenticated"],
    "403 forbidden": ["forbidden"],
    "404 not-found": ["not_found"],
    "429 rate-limited": ["rate_limited"],
    "500 server-error": ["server_error"],
    "500 null-body": ["server_error"],
    "502 without a body": ["unavailable"],
    "503 unavailable": ["unavailable"],
    "504 without a body": ["unavailable"],
    "520 refused": ["unavailable"],
    "520 with-field": ["unavailable"],
  },
});

expectTypeOf<LinodeBalanceReply["balance"]>().toEqualTypeOf<number | undefined>();
