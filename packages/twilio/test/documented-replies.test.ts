import type { BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { createTwilioClient, type TwilioClient } from "../src/index.ts";

/** What the client makes of every refusal that Twilio or the mock's overlay describes. */
const refusals: Readonly<Record<string, readonly [BalanceErrorCode, vendorCode?: string]>> = {
  "400 bad-request": ["bad_request", "20001"],
  "401 unauthenticated": ["unauthenticated", "20003"],
  "401 no-permission": ["forbidden", "70051"],
  "403 forbidden": ["forbidden", "70051"],
  "404 not-found": ["not_found", "20404"],
  "429 rate-limited": ["rate_limited", "20429"],
  "500 server-error": ["server_error"],
  "500 null-body": ["server_error"],
  "502 without a body": ["unavailable"],
  "503 unavailable": ["unavailable", "20503"],
  "504 without a body": ["unavailable"],
};

const accountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const path = "/2010-04-01/Accounts/{AccountSid}/Balance.json";
const params = { path: { AccountSid: accountSid } };
const replies = await loadReplies("twilio");
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: TwilioClient;
beforeAll(async () => {
  mock = await startMock("twilio");
  // What is retried, and how often, is the transport's; here every reply is wanted once.
  client = createTwilioClient({ accountSid, authToken: "t0ken", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

it("is answered with a balance when it asks as the description demands", async () => {
  const { data, status } = await client.GET(path, { params });
  expect([status, data.balance]).toEqual([200, "18.49325"]);
  expectTypeOf(data.balance).toEqualTypeOf<string | null | undefined>();
});

describe.each(replies.filter(({ status }) => status === 200))("success $name", (reply) => {
  it("comes as data and as text", async () => {
    const headers = prefer(reply);
    expect((await client.GET(path, { params, headers })).data).toEqual(reply.body);
    const { data: text } = await client.GET(path, { params, headers, parseAs: "text" });
    expect(JSON.parse(text)).toEqual(reply.body);
  });
});

describe.each(replies.filter(({ status }) => status !== 200))("refusal $status $name", (reply) => {
  it("rejects with the expected error", async () => {
    const [code, vendorCode] = refusals[label(reply)] ?? [];
    const call = client.GET(path, { params, headers: prefer(reply) });
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "BalanceError", vendor: "twilio", code, httpStatus: reply.status });
    expect(error).toHaveProperty("attempts", 1);
    expect(Reflect.get(error as object, "vendorCode")).toBe(vendorCode);
  });
});

it("expects something of every refusal that is described", () => {
  expect(replies.filter(({ status }) => status !== 200).map(label)).toEqual(Object.keys(refusals));
});
