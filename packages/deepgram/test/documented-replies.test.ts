import { problemFromStatus } from "@openbalance/http";
import { describeClient } from "@openbalance/testing/describe-client";
import { expect } from "vitest";
import { createDeepgramClient } from "../src/index.ts";

const params = { path: { project_id: "3f1c0000-0000-4000-8000-000000000001" } };

await describeClient({
  vendor: "deepgram",
  createClient: (baseUrl) => createDeepgramClient({ apiKey: "dg-secret_0123", baseUrl, retry: false }),
  calls: {
    listProjectBalances: (client, options) =>
      client.GET("/v1/projects/{project_id}/balances", { params, ...options }),
    listProjectPurchases: (client, options) =>
      client.GET("/v1/projects/{project_id}/purchases", { params, ...options }),
  },
  answer: { balances: expect.any(Array) },
  // What the vendor's own codes say beyond the status.
  refusals: {
    "400 code": ["bad_request", "Bad Request"],
    "400 category": ["bad_request", "INVALID_QUERY_PARAMETER"],
    "401 invalid-auth": ["unauthenticated", "INVALID_AUTH"],
    "401 insufficient-rights": ["forbidden", "INSUFFICIENT_PERMISSIONS"],
    "403 forbidden": ["forbidden", "INSUFFICIENT_PERMISSIONS"],
    "404 project-not-found": ["not_found", "PROJECT_NOT_FOUND"],
    "429 rate-limited": ["rate_limited", "TOO_MANY_REQUESTS"],
    "500 server-error": ["server_error", "INTERNAL_SERVER_ERROR"],
    "503 unavailable": ["unavailable", "SERVICE_UNAVAILABLE"],
  },
  codeOf: (status) => problemFromStatus(status)?.code,
});
