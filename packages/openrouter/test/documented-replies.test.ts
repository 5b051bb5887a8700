import type { BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOpenrouterClient, type OpenrouterClient } from "../src/index.ts";

/** What the client makes of every refusal that OpenRouter or the mock's overlay describes. */
const refusals: Readonly<Record<string, readonly [BalanceErrorCode, vendorCode?: string]>> = {
  "200 error-in-success": ["forbidden", "403"],
  "400 bad-request": ["bad_request", "400"],
  "401 unauthenticated": ["unauthenticated", "401"],
  "403 forbidden": ["forbidden", "403"],
  "404 not-found": ["not_found", "404"],
  "429 rate-limited": ["rate_limited", "rate_limit_exceeded"],
  "500 server-error": ["server_error", "500"],
  "502 without a body": ["unavailable"],
  "503 unavailable": ["unavailable", "503"],
  "504 without a body": ["unavailable"],
};

const replies = await loadReplies("openrouter");
const isRefusal = ({ status, name }: DescribedReply): boolean => {
  return status !== 200 || name === "error-in-success";
};
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: OpenrouterClient;
beforeAll(async () => {
  mock = await startMock("openrouter");
  client = createOpenrouterClient({ apiKey: "sk-or-v1-0123", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

describe.each([
  ["/credits", "getCredits"],
  ["/key", "getCurrentKey"],
] as const)("GET %s", (path, operationId) => {
  const ofCall = replies.filter((reply) => reply.operationId === operationId);

  it.each(ofCall.filter((reply) => !isRefusal(reply)))("gives $name as data and as text", async (reply) => {
    const headers = prefer(reply);
    expect((await client.GET(path, { headers })).data).toEqual(reply.body);
    const { data: text } = await client.GET(path, { headers, parseAs: "text" });
    expect(JSON.parse(text)).toEqual(reply.body);
  });

  it.each(ofCall.filter(isRefusal))("rejects with the expected error for $status $name", async (reply) => {
    const [code, vendorCode] = refusals[label(reply)] ?? [];
    const error: unknown = await client
      .GET(path, { headers: prefer(reply) })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "BalanceError",
      vendor: "openrouter",
      code,
      httpStatus: reply.status,
    });
    expect(Reflect.get(Object(error), "vendorCode")).toBe(vendorCode);
  });
});

it("expects something of every refusal that is described", () => {
  const described = new Set(replies.filter(isRefusal).map(label));
  expect([...described].toSorted()).toEqual(Object.keys(refusals).toSorted());
});
