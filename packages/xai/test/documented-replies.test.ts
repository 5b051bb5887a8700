import { problemFromStatus, type BalanceErrorCode } from "@openbalance/http";
import { loadReplies, replyJson, startFaultServer, type DescribedReply } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { createXaiClient } from "../src/index.ts";

const secret = "a-secret_0123";

/** What the vendor's own codes say beyond the status, by the label of the reply. */
const meanings: Readonly<Record<string, readonly [code: BalanceErrorCode, vendorCode?: string]>> = {
  "400 bad-request": ["bad_request", "3"],
  "401 unauthenticated": ["unauthenticated", "unauthenticated"],
  "403 forbidden": ["forbidden", "7"],
  "404 not-found": ["not_found", "5"],
  "501 not-enabled": ["vendor_error", "12"],
};

const replies = await loadReplies("xai");
const labelOf = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;

async function call({ status, text }: DescribedReply): Promise<unknown> {
  await using server = await startFaultServer(replyJson(text, { status }));
  const client = createXaiClient({ managementKey: secret, baseUrl: server.url, retry: false });
  const { data } = await client.GET("/v1/billing/teams/{team_id}/prepaid/balance", {
    params: { path: { team_id: "11111111-2222-4333-8444-555555555555" } },
  });
  return data;
}

describe.each(replies.filter(({ status }) => status === 200))("success $name", (reply) => {
  it("comes as data", async () => {
    expect(await call(reply)).toEqual(reply.body);
  });
});

describe.each(replies.filter(({ status }) => status !== 200))("refusal $status $name", (reply) => {
  it("rejects with the expected error", async () => {
    const [code = problemFromStatus(reply.status)?.code, vendorCode] = meanings[labelOf(reply)] ?? [];
    const error: unknown = await call(reply).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "BalanceError", vendor: "xai", code, httpStatus: reply.status });
    expect(Reflect.get(error as object, "vendorCode")).toBe(vendorCode);
  });
});

it("says what a code means of replies alone that are described", () => {
  expect(replies.map(labelOf)).toEqual(expect.arrayContaining(Object.keys(meanings)));
});
