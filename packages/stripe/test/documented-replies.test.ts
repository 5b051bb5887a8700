import { describeClient } from "@openbalance/testing/describe-client";
import { expectTypeOf } from "vitest";
import { createStripeClient, type StripeBalanceReply } from "../src/index.ts";

await describeClient({
  vendor: "stripe",
  createClient: (baseUrl) => createStripeClient({ apiKey: "sk_test_k", baseUrl, retry: false }),
  calls: {
    GetBalance: (client, options) => client.GET("/v1/balance", options),
  },
  answer: { available: [{ amount: 217_450 }, {}, {}] },
  // 520 stands for `default`; by itself it is a gateway that does not reach the vendor.
  refusals: {
    "400 bad-request": { code: "bad_request", vendorCode: "parameter_unknown", retryable: false },
    "400 too-fast": { code: "rate_limited", vendorCode: "rate_limit", retryable: true },
    "401 unauthenticated": { code: "unauthenticated", vendorCode: "invalid_request_error", retryable: false },
    "401 expired": { code: "unauthenticated", vendorCode: "api_key_expired", retryable: false },
    "402 failed": { code: "bad_request", vendorCode: "card_declined", retryable: false },
    "403 forbidden": { code: "forbidden", vendorCode: "invalid_request_error", retryable: false },
    "403 account-invalid": { code: "forbidden", vendorCode: "account_invalid", retryable: false },
    "404 not-found": { code: "not_found", vendorCode: "resource_missing", retryable: false },
    "409 conflict": { code: "bad_request", vendorCode: "lock_timeout", retryable: true },
    "429 rate-limited": { code: "rate_limited", vendorCode: "rate_limit", retryable: true },
    "429 lock-timeout": { code: "rate_limited", vendorCode: "lock_timeout", retryable: true },
    "500 server-error": { code: "server_error", vendorCode: "api_error", retryable: false },
    "500 null-body": { code: "server_error", retryable: false },
    "502 without a body": { code: "unavailable", retryable: true },
    "503 unavailable": { code: "unavailable", vendorCode: "api_error", retryable: true },
    "504 without a body": { code: "unavailable", retryable: true },
    "520 api-error": { code: "unavailable", vendorCode: "api_error", retryable: true },
    "520 no-error": { code: "unavailable", retryable: true },
  },
});

expectTypeOf<StripeBalanceReply["available"][number]["amount"]>().toEqualTypeOf<number>();
