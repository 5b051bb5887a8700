import { describeClient } from "@openbalance/testing/describe-client";
import { createGlyphrunClient } from "../src/index.ts";

await describeClient({
  vendor: "glyphrun",
  createClient: (baseUrl) => createGlyphrunClient({ token: "example-token", baseUrl, retry: false }),
  calls: {
    getWalletBalance: (client, options) => client.GET("/wallet/balance", options),
  },
  answer: { wallet: { balance: 100.5 } },
  refusals: {
    "200 error-in-success": { code: "vendor_error", retryable: false },
    "200 null-body": { code: "bad_response", retryable: false },
    "400 bad-request": { code: "bad_request", retryable: false, vendorCode: "BAD_REQUEST" },
    "401 documented": { code: "unauthenticated", retryable: false },
    "401 with-code": { code: "unauthenticated", retryable: false, vendorCode: "REFUSED" },
    "402 payment-required": { code: "bad_request", retryable: false },
    "403 forbidden": { code: "forbidden", retryable: false },
    "404 documented": { code: "not_found", retryable: false },
    "404 with-code": { code: "not_found", retryable: false, vendorCode: "REFUSED" },
    "429 rate-limited": { code: "rate_limited", retryable: true },
    "500 null-body": { code: "server_error", retryable: true },
    "500 server-error": { code: "server_error", retryable: true },
    "502 without a body": { code: "unavailable", retryable: true },
    "503 unavailable": { code: "unavailable", retryable: true },
    "504 without a body": { code: "unavailable", retryable: true },
  },
});
