import type { BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { createLinodeClient, type LinodeClient } from "../src/index.ts";

/** What the client makes of every refusal that Linode or the mock's overlay describes; 520 stands for `default`. */
const refusals: Readonly<Record<string, BalanceErrorCode>> = {
  "400 bad-request": "bad_request",
  "401 unauthenticated": "unauthenticated",
  "403 forbidden": "forbidden",
  "404 not-found": "not_found",
  "429 rate-limited": "rate_limited",
  "500 server-error": "server_error",
  "500 null-body": "server_error",
  "502 without a body": "unavailable",
  "503 unavailable": "unavailable",
  "504 without a body": "unavailable",
  "520 refused": "server_error",
  "520 with-field": "server_error",
};

const path = "/account";
const replies = await loadReplies("linode");
const label = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;
const prefer = ({ status, name }: DescribedReply): Record<string, string> => {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
};

let mock: Mock;
let client: LinodeClient;
beforeAll(async () => {
  mock = await startMock("linode");
  // What is retried, and how often, is the transport's; here every reply is wanted once.
  client = createLinodeClient({ token: "t0ken", baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

it("is answered with a balance when it asks as the description demands", async () => {
  const { data, status } = await client.GET(path);
  expect([status, data.balance]).toEqual([200, -29.91]);
  expectTypeOf(data.balance).toEqualTypeOf<number | undefined>();
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
    expect(error).toMatchObject({ name: "BalanceError", vendor: "linode", code, httpStatus, attempts: 1 });
  });
});

it("expects something of every refusal that is described", () => {
  expect(replies.filter(({ status }) => status !== 200).map(label)).toEqual(Object.keys(refusals));
});
