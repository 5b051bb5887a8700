import type { BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { createStripeClient, type StripeClient } from "../src/index.ts";

interface Refusal {
  readonly code: BalanceErrorCode;
  readonly vendorCode?: string;
  readonly retryable: boolean;
}

/** What the client makes of every refusal that Stripe or the mock's overlay describes; 520 stands for `default`. */
const refusals: Readonly<Record<string, Refusal>> = {
  "400 bad-request": { code: "bad_request", vendorCode: "parameter_unknown", retryable: false },
  "400 too-fast": { code: "rate_limited", vendorCode: "rate_limit", retryable: true },
  "401 unauthenticated": { code: "unauthenticated", vendorCode: "invalid_request_error", retryable: false },
  "401 expired": { code: "unauthenticated", vendorCode: "api_key_expired", retryable: false },
  "402 failed": { code: "bad_request", vendorCode: "card_declined", retryable: false },
  "403 forbidden": { code: "forbidden", vendorCode: "invalid_request_error", retryable: false },
  "403 account-invalid": { code: "forbidden", vendorCode: "account_invalid", retryable: false },
  "404 not-found": { code: "not_found", vendorCode: "resource_missing", retryable: false },
  "409 conflict": { code: "bad_request", vendorCode: "lock_timeout", retryable: true },
  "429 rate-limited": { code: "rate_limited", vendorCode: "rate_limit", retryable: true },
  "429 lock-timeout": { code: "rate_limited", vendorCode: "lock_timeout", retryable: true },
  "500 server-error": { code: "server_error", vendorCode: "api_error", retryable: false },
  "500 null-body": { code: "server_error", retryable: false },
  "502 without a body": { code: "unavailable", retryable: true },
  "503 unavailable": { code: "unavailable", vendorCode: "api_error", retryable: true },
  "504 without a body": { code: "unavailable", retryable: true },
  "520 api-error": { code: "server_error", vendorCode: "api_error", retryable: false },
  "520 no-error": { code: "server_error", retryable: false },
};

const path = "/v1/balance";
const replies = await loadReplies("stripe");
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: StripeClient;
beforeAll(async () => {
  mock = await startMock("stripe");
  // What is retried, and how often, is the transport's; here every reply is wanted once.
  client = createStripeClient({ apiKey: "sk_test_k", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

it("is answered with a balance when it asks as the description demands", async () => {
  const { data, status } = await client.GET(path);
  expect([status, data.available[0]?.amount]).toEqual([200, 217_450]);
  expectTypeOf(data.available[0]?.amount).toEqualTypeOf<number | undefined>();
});

describe.each(replies.filter(({ status }) => status === 200))("success $name", (reply) => {
  it("comes as data and as text", async () => {
    const headers = prefer(reply);
    expect((await client.GET(path, { headers })).data).toEqual(reply.body);
    const { data: text } = await client.GET(path, { headers, parseAs: "text" });
    expect(JSON.parse(text)).toEqual(reply.body);
  });
});

describe.each(replies.filter(({ status }) => status !== 200))("refusal $status $name", (reply) => {
  it("rejects with the expected error", async () => {
    const { vendorCode, ...refusal } = refusals[label(reply)] ?? {};
    const error: unknown = await client
      .GET(path, { headers: prefer(reply) })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "BalanceError",
      vendor: "stripe",
      httpStatus: reply.status,
      ...refusal,
    });
    expect(error).toHaveProperty("attempts", 1);
    expect(Reflect.get(error as object, "vendorCode")).toBe(vendorCode);
  });
});

it("expects something of every refusal that is described", () => {
  expect(replies.filter(({ status }) => status !== 200).map(label)).toEqual(Object.keys(refusals));
});
