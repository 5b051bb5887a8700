import { loadReplies } from "@openbalance/testing";
import { describeClient, type Refusals } from "@openbalance/testing/describe-client";
import { expect, expectTypeOf, it } from "vitest";
import { createBitfrontClient, type BitfrontBalancesReply } from "../src/index.ts";

/** Without a body, since the API server itself did not answer. */
const gateway: Refusals = {
  "404 without a body": ["not_found"],
  "500 without a body": ["server_error"],
  "502 without a body": ["unavailable"],
  "503 without a body": ["unavailable"],
};

/** Failures that Bitfront sends with HTTP status 200. */
const account: Refusals = {
  "200 missing-header": ["unauthenticated", "4001"],
  "200 bad-signature": ["unauthenticated", "4003"],
  "200 signature-reused": ["replayed", "4005"],
  // The client learns the time of the reply, once.
  "200 bad-timestamp": { code: "clock_skew", vendorCode: "4013", attempts: 2 },
  "200 clock-skew": { code: "clock_skew", vendorCode: "6005", attempts: 2 },
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

const ofTime: Refusals = { "200 server-error": ["server_error", "5000"], ...gateway };

await describeClient({
  vendor: "bitfront",
  createClient: (baseUrl) =>
    createBitfrontClient({ apiKey: "key", apiSecret: "secret", baseUrl, retry: false }),
  calls: {
    getBalances: (client, options) => client.GET("/v1/account/balances", options),
    getBalance: (client, options) =>
      client.GET("/v1/account/balances/{currency}", { params: { path: { currency: "BTC" } }, ...options }),
    getTime: (client, options) => client.GET("/v1/public/time", options),
  },
  answer: {
    responseData: expect.arrayContaining([
      { currency: "BCH", balance: 1_000_000_000, availableBalance: 1_000_000_000 },
    ]),
  },
  refusals: (operation) => (operation === "getTime" ? ofTime : account),
});

type Row = NonNullable<BitfrontBalancesReply["responseData"]>[number];
expectTypeOf<Row["balance"]>().toEqualTypeOf<number | undefined>();

it("takes nothing for a success whose code says otherwise", async () => {
  const replies = await loadReplies("bitfront");
  const successes = replies.filter(({ status, name, operationId }) => {
    const refusals = operationId === "getTime" ? ofTime : account;
    return !Object.hasOwn(refusals, `${status} ${name ?? "without a body"}`);
  });
  const codes = successes.map(({ body }) => (body as { statusCode?: number }).statusCode);
  // The time alone is answered without a code.
  expect(codes.filter((code) => code !== 1000)).toEqual([undefined]);
});
