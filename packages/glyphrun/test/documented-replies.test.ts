import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGlyphrunClient, type GlyphrunClient } from "../src/index.ts";

interface Failure {
  readonly code: string;
  readonly retryable: boolean;
  readonly vendorCode?: string;
}

/** What each documented failure becomes, by status and name of the example. */
const failures: Readonly<Record<string, Failure>> = {
  "200 error-in-success": { code: "vendor_error", retryable: false },
  "200 null-body": { code: "bad_response", retryable: false },
  "400 bad-request": { code: "bad_request", retryable: false, vendorCode: "BAD_REQUEST" },
  "401 documented": { code: "unauthenticated", retryable: false },
  "401 with-code": { code: "unauthenticated", retryable: false, vendorCode: "REFUSED" },
  "402 payment-required": { code: "bad_request", retryable: false },
  "403 forbidden": { code: "forbidden", retryable: false },
  "404 documented": { code: "not_found", retryable: false },
  "404 with-code": { code: "not_found", retryable: false, vendorCode: "REFUSED" },
  "429 rate-limited": { code: "rate_limited", retryable: true },
  "500 null-body": { code: "server_error", retryable: true },
  "500 server-error": { code: "server_error", retryable: true },
  "502": { code: "unavailable", retryable: true },
  "503 unavailable": { code: "unavailable", retryable: true },
  "504": { code: "unavailable", retryable: true },
};

const replies = (await loadReplies("glyphrun")).map((reply) => [titleOf(reply), reply] as const);
const granted = replies.filter(([title]) => !(title in failures));
const refused = replies.filter(([title]) => title in failures);

let mock: Mock;
let client: GlyphrunClient;
beforeAll(async () => {
  mock = await startMock("glyphrun");
  client = createGlyphrunClient({ token: "example-token", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

function titleOf({ status, name }: DescribedReply): string {
  return name === undefined ? String(status) : `${status} ${name}`;
}

function preferring({ status, name }: DescribedReply): { readonly prefer: string } {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
}

it("asks in a way that the description allows", async () => {
  const { data } = await client.GET("/wallet/balance");
  expect(data.wallet?.balance).toBe(100.5);
});

describe("a documented wallet", () => {
  it.each(granted)("is data: %s", async (_title, reply) => {
    const { data, response } = await client.GET("/wallet/balance", { headers: preferring(reply) });
    expect(response.status).toBe(200);
    expect(data).toEqual(reply.body);
  });
});

describe("a documented failure", () => {
  it.each(refused)("is a typed error: %s", async (title, reply) => {
    const error: unknown = await client
      .GET("/wallet/balance", { headers: preferring(reply) })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "BalanceError",
      vendor: "glyphrun",
      httpStatus: reply.status,
      attempts: 1,
      ...failures[title],
    });
    expect(error).toHaveProperty("message", expect.stringContaining(`answered ${reply.status}`));
  });

  it("stands in the table for every one of the description", () => {
    expect(refused.map(([title]) => title).toSorted()).toEqual(Object.keys(failures).toSorted());
  });
});
