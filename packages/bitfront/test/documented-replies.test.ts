import type { BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { createBitfrontClient, type BitfrontClient } from "../src/index.ts";

type Refusal = readonly [BalanceErrorCode, vendorCode?: string];

/** Without a body, since the API server itself did not answer. */
const gateway: Readonly<Record<string, Refusal>> = {
  "404 without a body": ["not_found"],
  "500 without a body": ["server_error"],
  "502 without a body": ["unavailable"],
  "503 without a body": ["unavailable"],
};

/** Failures that Bitfront sends with HTTP status 200. */
const account: Readonly<Record<string, Refusal>> = {
  "200 missing-header": ["unauthenticated", "4001"],
  "200 bad-signature": ["unauthenticated", "4003"],
  "200 signature-reused": ["replayed", "4005"],
  "200 bad-timestamp": ["clock_skew", "4013"],
  "200 clock-skew": ["clock_skew", "6005"],
  "200 bad-nonce": ["bad_request", "4018"],
  "200 unauthorized": ["unauthenticated", "6000"],
  "200 unknown-key": ["unauthenticated", "6001"],
  "200 invalid-key": ["unauthenticated", "6002"],
  "200 ip-not-allowed": ["forbidden", "6003"],
  "200 rate-limited": ["rate_limited", "6004"],
  "200 member-not-found": ["not_found", "1202"],
  "200 account-not-found": ["not_found", "4101"],
  "200 bad-request": ["bad_request", "4000"],
  "200 bad-parameter": ["bad_request", "4002"],
  "200 unsupported-currency": ["bad_request", "4011"],
  "200 missing-parameter": ["bad_request", "4012"],
  "200 bad-page-number": ["bad_request", "4015"],
  "200 bad-page-size": ["bad_request", "4016"],
  "200 bad-method": ["bad_request", "4017"],
  "200 maintenance": ["unavailable", "3113"],
  "200 core-error": ["server_error", "3401"],
  "200 server-error": ["server_error", "5000"],
  "200 server-timeout": ["timeout", "5001"],
  "200 socket-timeout": ["timeout", "5002"],
  "200 other-code": ["vendor_error", "3301"],
  "200 unknown-code": ["vendor_error", "9999"],
  "200 no-status-code": ["bad_response"],
  ...gateway,
};

const calls = {
  getBalances: {
    refusals: account,
    get: (client: BitfrontClient, headers: Record<string, string>) =>
      client.GET("/v1/account/balances", { headers, parseAs: "text" }),
  },
  getBalance: {
    refusals: account,
    get: (client: BitfrontClient, headers: Record<string, string>) => {
      const params = { path: { currency: "BTC" } };
      return client.GET("/v1/account/balances/{currency}", { params, headers, parseAs: "text" });
    },
  },
  getTime: {
    refusals: { "200 server-error": ["server_error", "5000"], ...gateway } as Readonly<
      Record<string, Refusal>
    >,
    get: (client: BitfrontClient, headers: Record<string, string>) =>
      client.GET("/v1/public/time", { headers, parseAs: "text" }),
  },
};

const replies = await loadReplies("bitfront");
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: BitfrontClient;
beforeAll(async () => {
  mock = await startMock("bitfront");
  // What is retried, and how often, is the transport's; here every reply is wanted once.
  client = createBitfrontClient({ apiKey: "key", apiSecret: "secret", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

it("is answered with balances when it asks as the description demands", async () => {
  const { data, response } = await client.GET("/v1/account/balances");
  expect(response.status).toBe(200);
  expect(data.responseData?.[0]).toEqual({
    currency: "BCH",
    balance: 1_000_000_000,
    availableBalance: 1_000_000_000,
  });
  expectTypeOf(data.responseData?.[0]?.balance).toEqualTypeOf<number | undefined>();
});

describe.each(Object.entries(calls))("%s", (operationId, { refusals, get }) => {
  const described = replies.filter((reply) => reply.operationId === operationId);
  const successes = described.filter((reply) => !Object.hasOwn(refusals, label(reply)));

  it.each(successes)("gives the text of the success $name", async (reply) => {
    const { data: text } = await get(client, prefer(reply));
    expect(JSON.parse(text)).toEqual(reply.body);
  });

  it.each(Object.entries(refusals))("rejects for %s", async (name, [code, vendorCode]) => {
    const reply = described.find((candidate) => label(candidate) === name);
    expect(reply, "the refusal is not described any more").toBeDefined();
    const headers = reply === undefined ? {} : prefer(reply);
    const error = await get(client, headers).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "BalanceError",
      vendor: "bitfront",
      code,
      httpStatus: reply?.status,
    });
    expect(Reflect.get(error as object, "vendorCode")).toBe(vendorCode);
  });

  it("takes nothing for a success whose code says otherwise", () => {
    const codes = successes.map(({ body }) => (body as { statusCode?: number }).statusCode);
    expect(codes.filter((code) => code !== 1000)).toEqual(operationId === "getTime" ? [undefined] : []);
  });
});
