import { describeClient } from "@openbalance/testing/describe-client";
import { createMoonshotClient } from "../src/index.ts";

await describeClient({
  vendor: "moonshot",
  createClient: (baseUrl) => createMoonshotClient({ apiKey: "sk-0123", baseUrl, retry: false }),
  calls: {
    getBalance: (client, options) => client.GET("/v1/users/me/balance", options),
  },
  answer: { code: 0 },
  refusals: {
    "200 failed-code": ["vendor_error", "5"],
    "200 failed-status": ["vendor_error"],
    "200 error-in-success": ["vendor_error", "server_error"],
    "400 bad-request": ["bad_request", "invalid_request_error"],
    "401 unauthenticated": ["unauthenticated", "invalid_authentication_error"],
    "403 forbidden": ["forbidden", "permission_denied_error"],
    "404 not-found": ["not_found", "resource_not_found_error"],
    "429 rate-limited": ["rate_limited", "rate_limit_reached_error"],
    "500 server-error": ["server_error", "server_error"],
    "500 null-body": ["server_error"],
    "502 without a body": ["unavailable"],
    "503 unavailable": ["unavailable", "engine_overloaded_error"],
    "504 without a body": ["unavailable"],
  },
});
