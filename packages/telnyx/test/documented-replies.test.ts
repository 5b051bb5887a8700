import { describeClient } from "@openbalance/testing/describe-client";
import { expectTypeOf } from "vitest";
import { createTelnyxClient, type TelnyxBalanceReply } from "../src/index.ts";

await describeClient({
  vendor: "telnyx",
  createClient: (baseUrl) => createTelnyxClient({ apiKey: "KEY0123_abc", baseUrl, retry: false }),
  calls: {
    GetUserBalance: (client, options) => client.GET("/balance", options),
  },
  answer: { data: { available_credit: "400.00" } },
  // 520 stands for `default`; by itself it is a gateway that does not reach the vendor.
  refusals: {
    "400 bad-request": ["bad_request", "10015"],
    "401 unauthenticated": ["unauthenticated", "10009"],
    "403 forbidden": ["forbidden", "10010"],
    "404 not-found": ["not_found", "10005"],
    "408 timed-out": ["timeout", "10008"],
    "422 unprocessable": ["bad_request", "10015"],
    "429 rate-limited": ["rate_limited", "10011"],
    "500 server-error": ["server_error", "10007"],
    "500 null-body": ["server_error"],
    "502 without a body": ["unavailable"],
    "503 unavailable": ["server_error", "10007"],
    "504 without a body": ["unavailable"],
    "520 unexpected": ["server_error", "10007"],
    "520 two-errors": ["bad_request", "10015"],
    "520 no-errors": ["unavailable"],
  },
});

expectTypeOf<NonNullable<TelnyxBalanceReply["data"]>["available_credit"]>().toEqualTypeOf<
  string | undefined
>();
