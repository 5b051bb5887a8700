import type { BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMoonshotClient, type MoonshotClient } from "../src/index.ts";

/** What the client makes of every refusal that Moonshot or the mock's overlay describes. */
const refusals: Readonly<Record<string, readonly [BalanceErrorCode, vendorCode?: string]>> = {
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
};

const replies = await loadReplies("moonshot");
/** The envelope has flags of its own, and an error can come under status 200. */
const isRefusal = ({ status, name = "" }: DescribedReply): boolean => {
  return status !== 200 || name.startsWith("failed-") || name === "error-in-success";
};
const refused = replies.filter(isRefusal);
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: MoonshotClient;
beforeAll(async () => {
  mock = await startMock("moonshot");
  client = createMoonshotClient({ apiKey: "sk-0123", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

describe.each(replies.filter((reply) => !isRefusal(reply)))("success $name", (reply) => {
  it("comes as data and as text", async () => {
    const headers = prefer(reply);
    expect((await client.GET("/v1/users/me/balance", { headers })).data).toEqual(reply.body);
    const { data: text } = await client.GET("/v1/users/me/balance", { headers, parseAs: "text" });
    expect(JSON.parse(text)).toEqual(reply.body);
  });
});

it.each(refused)("rejects with the expected error for $status $name", async (reply) => {
  const [code, vendorCode] = refusals[label(reply)] ?? [];
  const call = client.GET("/v1/users/me/balance", { headers: prefer(reply) });
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "BalanceError", vendor: "moonshot", code, httpStatus: reply.status });
  expect(Reflect.get(Object(error), "vendorCode")).toBe(vendorCode);
});

it("expects something of every refusal that is described", () => {
  expect(refused.map(label)).toEqual(expect.arrayContaining(Object.keys(refusals)));
  expect(refused).toHaveLength(Object.keys(refusals).length);
});
