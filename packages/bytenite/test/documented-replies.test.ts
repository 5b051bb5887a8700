import { loadReplies, startMock, type DescribedReply, type Mock } from "@openbalance/testing";
import { describeClient } from "@openbalance/testing/describe-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createByteniteClient, type ByteniteClient } from "../src/index.ts";

interface Failure {
  readonly code: string;
  readonly retryable: boolean;
  readonly vendorCode?: string;
}

/** What each documented failure of both operations becomes, by status and name of the example. */
const failures: Readonly<Record<string, Failure>> = {
  "400 invalid-argument": { code: "bad_request", retryable: false, vendorCode: "3" },
  "401 empty-object": { code: "unauthenticated", retryable: false },
  "401 text-body": { code: "unauthenticated", retryable: false },
  "401 unauthenticated": { code: "unauthenticated", retryable: false, vendorCode: "16" },
  "403 permission-denied": { code: "forbidden", retryable: false, vendorCode: "7" },
  "404 not-found": { code: "not_found", retryable: false, vendorCode: "5" },
  "429 resource-exhausted": { code: "rate_limited", retryable: true, vendorCode: "8" },
  "500 internal": { code: "server_error", retryable: true, vendorCode: "13" },
  "500 null-body": { code: "server_error", retryable: true },
  "501 unimplemented": { code: "server_error", retryable: false, vendorCode: "12" },
  "502 without a body": { code: "unavailable", retryable: true },
  "503 unavailable": { code: "unavailable", retryable: true, vendorCode: "14" },
  "504 deadline-exceeded": { code: "timeout", retryable: true, vendorCode: "4" },
  "520 unknown": { code: "server_error", retryable: true, vendorCode: "2" },
  "520 with-details": { code: "bad_request", retryable: false, vendorCode: "9" },
};

const ofExchange = (await loadReplies("bytenite"))
  .filter(({ operationId }) => operationId === "Auth_RequestAccessToken")
  .map((reply) => [titleOf(reply), reply] as const);

let mock: Mock;
beforeAll(async () => {
  mock = await startMock("bytenite");
});
afterAll(() => mock.close());

function titleOf({ status, name = "without a body" }: DescribedReply): string {
  return `${status} ${name}`;
}

function preferring({ status, name }: DescribedReply): string {
  return name === undefined ? `code=${status}` : `code=${status}, example=${name}`;
}

function isRefused([title]: readonly [string, DescribedReply]): boolean {
  return title in failures;
}

/** A client of the mock whose key exchange is answered with this reply. */
function exchangingClient(reply: DescribedReply): ByteniteClient {
  return createByteniteClient({
    apiKey: "example-api-key",
    baseUrl: mock.url,
    authBaseUrl: mock.url,
    retry: false,
    fetch: (input, init) => {
      const prefer = init?.method === "POST" ? { prefer: preferring(reply) } : {};
      return fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), ...prefer } });
    },
  });
}

await describeClient({
  vendor: "bytenite",
  createClient: (baseUrl) => createByteniteClient({ accessToken: "example-token", baseUrl, retry: false }),
  calls: { Wallet_GetBalance: (client, options) => client.GET("/balance", options) },
  answer: { accountId: "acc_7f3a" },
  refusals: failures,
});

describe("a documented reply of the key exchange", () => {
  it.each(ofExchange.filter((entry) => !isRefused(entry) && entry[0] !== "200 no-token"))(
    "gives a token: %s",
    async (_title, reply) => {
      const { data } = await exchangingClient(reply).GET("/balance");
      expect(data).toMatchObject({ accountId: "acc_7f3a", totalBalance: 1250.75 });
    },
  );

  it.each(ofExchange.filter(isRefused))("is a typed error: %s", async (title, reply) => {
    await expect(exchangingClient(reply).GET("/balance")).rejects.toMatchObject({
      name: "BalanceError",
      vendor: "bytenite",
      message: expect.stringMatching(`^bytenite: POST /access_token answered ${reply.status}`),
      httpStatus: reply.status,
      attempts: 1,
      ...failures[title],
    });
  });

  it("is no success without a token", async () => {
    const reply = ofExchange.find(([title]) => title === "200 no-token")?.[1];
    expect(reply).toBeDefined();
    await expect(exchangingClient(reply as DescribedReply).GET("/balance")).rejects.toMatchObject({
      code: "bad_response",
      httpStatus: 200,
      message: "bytenite: POST /access_token answered 200: the reply holds no access token",
    });
  });

  it("stands in the tables for every one of the description", () => {
    const refused = ofExchange.filter(isRefused).map(([title]) => title);
    expect(refused.toSorted()).toEqual(Object.keys(failures).toSorted());
  });
});
