import type { BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { createFlexpriceClient, type FlexpriceClient } from "../src/index.ts";

/** What the client makes of every refusal that Flexprice or the mock's overlay describes. */
const refusals: Readonly<
  Record<string, readonly [BalanceErrorCode, vendorCode?: string | undefined, message?: string]>
> = {
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
};

const path = "/wallets/{id}/balance/real-time";
const params = { path: { id: "wallet_01J9ZQ4N" } };
const replies = await loadReplies("flexprice");
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: FlexpriceClient;
beforeAll(async () => {
  mock = await startMock("flexprice");
  // What is retried, and how often, is the transport's; here every reply is wanted once.
  client = createFlexpriceClient({ apiKey: "sk_01J9ZQ4N", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

it("is answered with a wallet when it asks as the description demands", async () => {
  const query = { expand: "credits_available_breakdown", from_cache: true };
  const { data, response } = await client.GET(path, { params: { ...params, query } });
  expect(response.status).toBe(200);
  expect(data.real_time_balance).toBe("87.5");
  expectTypeOf(data.real_time_balance).toEqualTypeOf<string | undefined>();
});

describe.each(replies.filter(({ status }) => status === 200))("success $name", (reply) => {
  it("comes as data and as text", async () => {
    const { data } = await client.GET(path, { params, headers: prefer(reply) });
    expect(data).toEqual(reply.body);
    const { data: text } = await client.GET(path, { params, headers: prefer(reply), parseAs: "text" });
    expect(JSON.parse(text)).toEqual(reply.body);
  });
});

describe.each(replies.filter(({ status }) => status !== 200))("refusal $status $name", (reply) => {
  it("rejects with the expected error", async () => {
    const [code, vendorCode, vendorMessage] = refusals[label(reply)] ?? [];
    const call = client.GET(path, { params, headers: prefer(reply) });
    const error = await call.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "BalanceError",
      vendor: "flexprice",
      code,
      httpStatus: reply.status,
    });
    expect(error).toHaveProperty("attempts", 1);
    expect(Reflect.get(error as object, "vendorCode")).toBe(vendorCode);
    expect(Reflect.get(error as object, "vendorMessage")).toBe(vendorMessage);
  });
});

it("expects something of every refusal that is described", () => {
  const described = replies.filter(({ status }) => status !== 200).map(label);
  expect(described.toSorted()).toEqual(Object.keys(refusals).toSorted());
});
