import { describeClient } from "@openbalance/testing/describe-client";
import { createDeepseekClient } from "../src/index.ts";

await describeClient({
  vendor: "deepseek",
  createClient: (baseUrl) => createDeepseekClient({ apiKey: "sk-0123", baseUrl, retry: false }),
  calls: {
    getUserBalance: (client, options) => client.GET("/user/balance", options),
  },
  answer: { is_available: true },
  refusals: {
    "400 bad-request": ["bad_request", "invalid_request_error"],
    "401 unauthenticated": ["unauthenticated", "authentication_error"],
    "402 insufficient-balance": ["bad_request", "unknown_error"],
    "403 forbidden": ["forbidden"],
    "404 not-found": ["not_found"],
    "422 invalid-parameters": ["bad_request", "invalid_request_error"],
    "429 rate-limited": ["rate_limited", "rate_limit_error"],
    "500 server-error": ["server_error", "server_error"],
    "500 null-body": ["server_error"],
    "502 without a body": ["unavailable"],
    "503 overloaded": ["unavailable", "server_error"],
    "504 without a body": ["unavailable"],
  },
});
