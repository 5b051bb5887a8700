import { describeClient, type Refusals } from "@openbalance/testing/describe-client";
import { createOpenrouterClient } from "../src/index.ts";

const refusals: Refusals = {
  "200 error-in-success": ["forbidden", "403"],
  "400 bad-request": ["bad_request", "400"],
  "401 unauthenticated": ["unauthenticated", "401"],
  "404 not-found": ["not_found", "404"],
  "429 rate-limited": ["rate_limited", "rate_limit_exceeded"],
  "500 server-error": ["server_error", "500"],
  "502 without a body": ["unavailable"],
  "503 unavailable": ["unavailable", "503"],
  "504 without a body": ["unavailable"],
};

await describeClient({
  vendor: "openrouter",
  createClient: (baseUrl) => createOpenrouterClient({ apiKey: "sk-or-v1-0123", baseUrl, retry: false }),
  calls: {
    getCredits: (client, options) => client.GET("/credits", options),
    getCurrentKey: (client, options) => client.GET("/key", options),
  },
  answer: { data: {} },
  // Any key may ask what it is.
  refusals: (operation) =>
    operation === "getCredits" ? { ...refusals, "403 forbidden": ["forbidden", "403"] } : refusals,
});
