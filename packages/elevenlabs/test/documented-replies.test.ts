import { problemFromStatus, type BalanceErrorCode } from "@openbalance/http";
import { loadReplies, replyJson, startFaultServer, type DescribedReply } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { createElevenlabsClient } from "../src/index.ts";

const secret = "a-secret_0123";

/** What the vendor's own codes say beyond the status, by the label of the reply. */
const meanings: Readonly<Record<string, readonly [code: BalanceErrorCode, vendorCode?: string]>> = {
  "400 bad-request": ["bad_request", "bad_request"],
  "401 invalid-api-key": ["unauthenticated", "invalid_api_key"],
  "401 missing-permissions": ["forbidden", "missing_permissions"],
  "401 unusual-activity": ["forbidden", "detected_unusual_activity"],
  "403 forbidden": ["forbidden", "only_for_creator+"],
  "429 rate-limited": ["rate_limited", "too_many_concurrent_requests"],
  "429 system-busy": ["unavailable", "system_busy"],
};

const replies = await loadReplies("elevenlabs");
const labelOf = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;

async function call({ status, text }: DescribedReply): Promise<unknown> {
  await using server = await startFaultServer(replyJson(text, { status }));
  const client = createElevenlabsClient({ apiKey: secret, baseUrl: server.url, retry: false });
  const { data } = await client.GET("/v1/user/subscription");
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
    expect(error).toMatchObject({
      name: "BalanceError",
      vendor: "elevenlabs",
      code,
      httpStatus: reply.status,
    });
    expect(Reflect.get(error as object, "vendorCode")).toBe(vendorCode);
  });
});

it("says what a code means of replies alone that are described", () => {
  expect(replies.map(labelOf)).toEqual(expect.arrayContaining(Object.keys(meanings)));
});
