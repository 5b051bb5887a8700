import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import type { BalanceErrorCode } from "@openbalance/http";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { createTelnyxClient, type TelnyxClient } from "../src/index.ts";

/** What the client makes of every refusal that Telnyx or the mock's overlay describes; 520 stands for `default`. */
const refusals: Readonly<Record<string, readonly [BalanceErrorCode, vendorCode?: string]>> = {
  "400 bad-request": ["bad_request", "10015"],
  "401 unauthenticated": ["unauthenticated", "10009"],
  "403 forbidden": ["forbidden", "10010"],
  "404 not-found": ["not_found", "10005"],
  "408 timed-out": ["timeout", "10008"],
  "422 unprocessable": ["bad_request", "10015"],
  "429 rate-limited": ["rate_limited", "10011"],
  "500 server-error": ["server_error", "10007"],
  "500 null-body": ["server_error"],
  "502 without a body": ["unavailable"],
  "503 unavailable": ["server_error", "10007"],
  "504 without a body": ["unavailable"],
  "520 unexpected": ["server_error", "10007"],
  "520 two-errors": ["bad_request", "10015"],
  "520 no-errors": ["server_error"],
};

const replies = await loadReplies("telnyx");
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: TelnyxClient;
beforeAll(async () => {
  mock = await startMock("telnyx");
  // What is retried, and how often, is the transport's; here every reply is wanted once.
  client = createTelnyxClient({ apiKey: "KEY0123_abc", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

it("is answered with a balance when it asks as the description demands", async () => {
  const { data, response } = await client.GET("/balance");
  expect(response.status).toBe(200);
  expect(data.data?.available_credit).toBe("400.00");
  expectTypeOf(data.data?.available_credit).toEqualTypeOf<string | undefined>();
});

describe.each(replies.filter(({ status }) => status === 200))("success $name", (reply) => {
  it("comes as data and as text", async () => {
    const { data } = await client.GET("/balance", { headers: prefer(reply) });
    expect(data).toEqual(reply.body);
    const { data: text } = await client.GET("/balance", { headers: prefer(reply), parseAs: "text" });
    expect(JSON.parse(text)).toEqual(reply.body);
  });
});

describe.each(replies.filter(({ status }) => status !== 200))("refusal $status $name", (reply) => {
  it("rejects with the expected error", async () => {
    const [code, vendorCode] = refusals[label(reply)] ?? [];
    const error = await client.GET("/balance", { headers: prefer(reply) }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "BalanceError", vendor: "telnyx", code, httpStatus: reply.status });
    expect(error).toHaveProperty("attempts", 1);
    expect(Reflect.get(error as object, "vendorCode")).toBe(vendorCode);
  });
});

it("expects something of every refusal that is described", () => {
  expect(replies.filter(({ status }) => status !== 200).map(label)).toEqual(Object.keys(refusals));
});
