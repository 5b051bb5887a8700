import type { BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeepseekClient, type DeepseekClient } from "../src/index.ts";

/** What the client makes of every refusal that DeepSeek or the mock's overlay describes. */
const refusals: Readonly<Record<string, readonly [BalanceErrorCode, vendorCode?: string]>> = {
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
};

const replies = await loadReplies("deepseek");
const refused = replies.filter(({ status }) => status !== 200);
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: DeepseekClient;
beforeAll(async () => {
  mock = await startMock("deepseek");
  client = createDeepseekClient({ apiKey: "sk-0123", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

describe.each(replies.filter(({ status }) => status === 200))("success $name", (reply) => {
  it("comes as data and as text", async () => {
    const headers = prefer(reply);
    expect((await client.GET("/user/balance", { headers })).data).toEqual(reply.body);
    const { data: text } = await client.GET("/user/balance", { headers, parseAs: "text" });
    expect(JSON.parse(text)).toEqual(reply.body);
  });
});

it.each(refused)("rejects with the expected error for $status $name", async (reply) => {
  const [code, vendorCode] = refusals[label(reply)] ?? [];
  const call = client.GET("/user/balance", { headers: prefer(reply) });
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "BalanceError", vendor: "deepseek", code, httpStatus: reply.status });
  expect(Reflect.get(Object(error), "vendorCode")).toBe(vendorCode);
});

it("expects something of every refusal that is described", () => {
  expect(refused.map(label)).toEqual(Object.keys(refusals));
});
