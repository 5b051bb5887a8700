import { problemFromStatus } from "@openbalance/http";
import { describeClient } from "@openbalance/testing/describe-client";
import { createElevenlabsClient } from "../src/index.ts";

await describeClient({
  vendor: "elevenlabs",
  createClient: (baseUrl) => createElevenlabsClient({ apiKey: "a-secret_0123", baseUrl, retry: false }),
  calls: {
    Get_user_subscription_info_v1_user_subscription_get: (client, options) =>
      client.GET("/v1/user/subscription", options),
  },
  answer: { character_count: 25_000 },
  // What the vendor's own codes say beyond the status.
  refusals: {
    "400 bad-request": ["bad_request", "bad_request"],
    "401 invalid-api-key": ["unauthenticated", "invalid_api_key"],
    "401 missing-permissions": ["forbidden", "missing_permissions"],
    "401 unusual-activity": ["forbidden", "detected_unusual_activity"],
    "403 forbidden": ["forbidden", "only_for_creator+"],
    "429 rate-limited": ["rate_limited", "too_many_concurrent_requests"],
    "429 system-busy": ["unavailable", "system_busy"],
  },
  codeOf: (status) => problemFromStatus(status)?.code,
});
