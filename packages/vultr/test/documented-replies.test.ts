import type { BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { createVultrClient, type VultrClient } from "../src/index.ts";

/** What the client makes of every refusal that Vultr or the mock's overlay describes. */
const refusals: Readonly<Record<string, BalanceErrorCode>> = {
  "400 bad-request": "bad_request",
  "401 unauthenticated": "unauthenticated",
  "401 unauthorized-address": "forbidden",
  "403 forbidden": "forbidden",
  "404 not-found": "not_found",
  "429 rate-limited": "rate_limited",
  "500 server-error": "server_error",
  "500 null-body": "server_error",
  "502 without a body": "unavailable",
  "503 unavailable": "unavailable",
  "504 without a body": "unavailable",
};

const path = "/account";
const replies = await loadReplies("vultr");
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: VultrClient;
beforeAll(async () => {
  mock = await startMock("vultr");
  // What is retried, and how often, is the transport's; here every reply is wanted once.
  client = createVultrClient({ apiKey: "K3Y", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

it("is answered with a balance when it asks as the description demands", async () => {
  const { data, status } = await client.GET(path);
  expect([status, data.account?.balance]).toEqual([200, -50.25]);
  expectTypeOf(data.account?.balance).toEqualTypeOf<number | string | undefined>();
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
    const error: unknown = await client
      .GET(path, { headers: prefer(reply) })
      .catch((thrown: unknown) => thrown);
    const code = refusals[label(reply)];
    const httpStatus = reply.status;
    expect(error).toMatchObject({ name: "BalanceError", vendor: "vultr", code, httpStatus, attempts: 1 });
    expect(JSON.stringify(error)).not.toContain("203.0.113");
  });
});

it("expects something of every refusal that is described", () => {
  expect(replies.filter(({ status }) => status !== 200).map(label)).toEqual(Object.keys(refusals));
});
