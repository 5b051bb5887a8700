import { problemFromStatus } from "@openbalance/http";
import { describeClient } from "@openbalance/testing/describe-client";
import { createXaiClient } from "../src/index.ts";

const params = { path: { team_id: "11111111-2222-4333-8444-555555555555" } };

await describeClient({
  vendor: "xai",
  createClient: (baseUrl) => createXaiClient({ managementKey: "a-secret_0123", baseUrl, retry: false }),
  calls: {
    getPrepaidBalance: (client, options) =>
      client.GET("/v1/billing/teams/{team_id}/prepaid/balance", { params, ...options }),
  },
  answer: { total: {} },
  // What the vendor's own codes say beyond the status.
  refusals: {
    "400 bad-request": ["bad_request", "3"],
    "401 unauthenticated": ["unauthenticated", "unauthenticated"],
    "403 forbidden": ["forbidden", "7"],
    "404 not-found": ["not_found", "5"],
    "501 not-enabled": ["vendor_error", "12"],
  },
  codeOf: (status) => problemFromStatus(status)?.code,
});
