import { problemFromStatus, type BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createElevenlabsClient, type ElevenlabsClient } from "../src/index.ts";

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

let mock: Mock;
let client: ElevenlabsClient;
beforeAll(async () => {
  mock = await startMock("elevenlabs");
  // What is retried, and how often, is the transport's; here every reply is wanted once.
  client = createElevenlabsClient({ apiKey: secret, baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

/** Asks the mock of the description, which refuses a wrong request, for this reply. */
async function call({ status, name }: DescribedReply): Promise<unknown> {
  const headers = { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
  const { data } = await client.GET("/v1/user/subscription", { headers });
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
