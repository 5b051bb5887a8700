import type { BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { createDigitaloceanClient, type DigitaloceanClient } from "../src/index.ts";

/** What the client makes of every refusal that DigitalOcean or the mock's overlay describes. */
const refusals: Readonly<Record<string, readonly [BalanceErrorCode, vendorCode?: string]>> = {
  "400 bad-request": ["bad_request", "bad_request"],
  "401 unauthorized": ["unauthenticated", "unauthorized"],
  "403 forbidden": ["forbidden", "forbidden"],
  "404 not-found": ["not_found", "not_found"],
  "422 unprocessable": ["bad_request", "unprocessable_entity"],
  "429 too-many-requests": ["rate_limited", "too_many_requests"],
  "500 server-error": ["server_error", "server_error"],
  "500 null-body": ["server_error"],
  "502 without a body": ["unavailable"],
  "503 unavailable": ["unavailable", "service_unavailable"],
  "504 without a body": ["unavailable"],
};

const path = "/v2/customers/my/balance";
const replies = await loadReplies("digitalocean");
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: DigitaloceanClient;
beforeAll(async () => {
  mock = await startMock("digitalocean");
  // What is retried, and how often, is the transport's; here every reply is wanted once.
  client = createDigitaloceanClient({ token: "dop_v1_t0ken", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

it("is answered with a balance when it asks as the description demands", async () => {
  const { data, status } = await client.GET(path);
  expect([status, data.account_balance]).toEqual([200, "12.23"]);
  expectTypeOf(data.account_balance).toEqualTypeOf<string | undefined>();
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
    const [code, vendorCode] = refusals[label(reply)] ?? [];
    const error: unknown = await client
      .GET(path, { headers: prefer(reply) })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "BalanceError",
      vendor: "digitalocean",
      code,
      httpStatus: reply.status,
      attempts: 1,
    });
    expect(Reflect.get(error as object, "vendorCode")).toBe(vendorCode);
  });
});

it("expects something of every refusal that is described", () => {
  expect(replies.filter(({ status }) => status !== 200).map(label)).toEqual(Object.keys(refusals));
});
