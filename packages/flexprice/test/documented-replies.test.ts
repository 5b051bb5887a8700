import { describeClient } from "@openbalance/testing/describe-client";
import { expectTypeOf } from "vitest";
import { createFlexpriceClient, type FlexpriceBalanceReply } from "../src/index.ts";

const params = {
  path: { id: "wallet_01J9ZQ4N" },
  query: { expand: "credits_available_breakdown", from_cache: true },
};

await describeClient({
  vendor: "flexprice",
  createClient: (baseUrl) => createFlexpriceClient({ apiKey: "sk_01J9ZQ4N", baseUrl, retry: false }),
  calls: {
    getWalletBalance: (client, options) =>
      client.GET("/wallets/{id}/balance/real-time", { params, ...options }),
  },
  answer: { real_time_balance: "87.5" },
  refusals: {
    "400 validation-error": ["bad_request", "validation_error", "This expand is not accepted"],
    "400 invalid-operation": ["bad_request", "invalid_operation", "The wallet does not allow this"],
    "400 nested": ["bad_request", undefined, "This expand is not accepted"],
    "404 not-found": ["not_found", "not_found", "There is no such wallet"],
    "404 nested": ["not_found", undefined, "There is no such wallet"],
    "500 internal-error": ["server_error", "internal_error", "Something went wrong"],
    "500 system-error": ["server_error", "system_error", "Something went wrong"],
    "500 database-error": ["server_error", "database_error", "The database failed"],
    "500 http-client-error": ["server_error", "http_client_error", "A call to another service failed"],
    "500 nested": ["server_error", undefined, "Something went wrong"],
    "500 auth-failure": ["server_error", undefined, "The environment could not be looked up"],
    "500 null-body": ["server_error"],
    "401 unauthorized": ["unauthenticated", undefined, "Unauthorized"],
    "401 invalid-token": ["unauthenticated", undefined, "Invalid token"],
    "401 bad-header": ["unauthenticated", undefined, "Invalid authorization header format"],
    "403 permission-denied": ["forbidden", "permission_denied", "The key may not read this wallet"],
    "403 access-denied": ["forbidden", undefined, "The environment is not accessible"],
    "403 insufficient-permissions": ["forbidden", undefined, "insufficient permissions"],
    "403 tenant-suspended": ["forbidden", undefined, "tenant account is suspended"],
    "409 version-conflict": ["bad_request", "version_conflict", "The wallet was changed at the same time"],
    "409 already-exists": ["bad_request", "already_exists", "There is one already"],
    "429 rate-limited": ["rate_limited", "too_many_requests", "Too many requests"],
    "429 plain-limit": ["rate_limited", undefined, "Too many requests"],
    "501 not-implemented": ["server_error", "not_implemented", "Not built yet"],
    "502 without a body": ["unavailable"],
    "503 unavailable": ["unavailable", "service_unavailable", "The service cannot answer now"],
    "504 without a body": ["unavailable"],
  },
});

expectTypeOf<FlexpriceBalanceReply["real_time_balance"]>().toEqualTypeOf<string | undefined>();
