import { problemFromStatus, type BalanceErrorCode } from "@openbalance/http";
import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeepgramClient, type DeepgramClient } from "../src/index.ts";

const secret = "dg-secret_0123";

/** What the vendor's own codes say beyond the status, by the label of the reply. */
const meanings: Readonly<Record<string, readonly [code: BalanceErrorCode, vendorCode?: string]>> = {
  "400 code": ["bad_request", "Bad Request"],
  "400 category": ["bad_request", "INVALID_QUERY_PARAMETER"],
  "401 invalid-auth": ["unauthenticated", "INVALID_AUTH"],
  "401 insufficient-rights": ["forbidden", "INSUFFICIENT_PERMISSIONS"],
  "403 forbidden": ["forbidden", "INSUFFICIENT_PERMISSIONS"],
  "404 project-not-found": ["not_found", "PROJECT_NOT_FOUND"],
  "429 rate-limited": ["rate_limited", "TOO_MANY_REQUESTS"],
  "500 server-error": ["server_error", "INTERNAL_SERVER_ERROR"],
  "503 unavailable": ["unavailable", "SERVICE_UNAVAILABLE"],
};

const replies = await loadReplies("deepgram");
const labelOf = ({ status, name = "without a body" }: DescribedReply): string => `${status} ${name}`;

let mock: Mock;
let client: DeepgramClient;
beforeAll(async () => {
  mock = await startMock("deepgram");
  // What is retried, and how often, is the transport's; here every reply is wanted once.
  client = createDeepgramClient({ apiKey: secret, baseUrl: mock.url, retry: false });
});
afterAll(() => mock.close());

/** Asks the mock of the description, which refuses a wrong request, for this reply. */
async function call({ operationId, status, name }: DescribedReply): Promise<unknown> {
  const headers = { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
  const params = { path: { project_id: "3f1c0000-0000-4000-8000-000000000001" } };
  const ofBalances = operationId === "listProjectBalances";
  const { data } = ofBalances
    ? await client.GET("/v1/projects/{project_id}/balances", { params, headers })
    : await client.GET("/v1/projects/{project_id}/purchases", { params, headers });
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
    expect(error).toMatchObject({ name: "BalanceError", vendor: "deepgram", code, httpStatus: reply.status });
    expect(Reflect.get(error as object, "vendorCode")).toBe(vendorCode);
  });
});

it("says what a code means of replies alone that are described", () => {
  expect(replies.map(labelOf)).toEqual(expect.arrayContaining(Object.keys(meanings)));
});
