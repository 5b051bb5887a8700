import { createHmac } from "node:crypto";
import { isBalanceError, type ExchangeEvent } from "@openbalance/http";
import {
  replyJson,
  resetBeforeHeaders,
  startFaultServer,
  status,
  type RecordedRequest,
} from "@openbalance/testing";
import { expect, it } from "vitest";
import { createBitfrontClient } from "../src/index.ts";

const apiKey = "6W206egN32nCQ0VB";
const apiSecret = "dwjnGqCVzfHlW6Q9r4BjXpmiK1WCdMBI";
const envelope = { timezone: "UTC", responseTime: 1_525_239_801_363 };
const success = replyJson({ ...envelope, statusCode: 1000, statusMessage: "SUCCESS", responseData: [] });
const failure = (statusCode: number) => replyJson({ ...envelope, statusCode, statusMessage: "FAILURE" });

/** The signature that the server would expect, made of what stands on the wire. */
function expectedSignature({ method, rawUrl, headers }: RecordedRequest): string {
  const signed = [headers["x-api-nonce"], headers["x-api-timestamp"], method, rawUrl.replace("?", "")];
  return createHmac("sha256", apiSecret).update(signed.join("")).digest("hex");
}

const signatures = (requests: readonly RecordedRequest[]) =>
  requests.map(({ headers }) => headers["x-api-sign"]);
const nonces = (requests: readonly RecordedRequest[]) =>
  requests.map(({ headers }) => headers["x-api-nonce"]);

it.each([
  ["a failure inside a 200", failure(5000)],
  ["a failure of a gateway", status(502)],
  ["a lost connection", resetBeforeHeaders()],
])("signs anew after %s", async (_name, fault) => {
  await using server = await startFaultServer(fault, fault, success);
  const client = createBitfrontClient({ apiKey, apiSecret, baseUrl: server.url });
  await client.GET("/v1/account/balances");
  expect(server.requests).toHaveLength(3);
  expect(new Set(nonces(server.requests)).size).toBe(3);
  expect(new Set(signatures(server.requests)).size).toBe(3);
  expect(signatures(server.requests)).toEqual(server.requests.map(expectedSignature));
  expect(server.requests.map(({ headers }) => headers["x-api-key"])).toEqual([apiKey, apiKey, apiKey]);
});

it("takes the time of the attempt, not of the call", async () => {
  await using server = await startFaultServer(failure(5000), success);
  let secretAskedAtMs = 0;
  const client = createBitfrontClient({
    apiKey: () => apiKey,
    // Asked for at every attempt, just before the time is taken.
    apiSecret: () => {
      secretAskedAtMs = Date.now();
      return apiSecret;
    },
    baseUrl: server.url,
  });
  await client.GET("/v1/account/balances");
  const [first, second] = server.requests.map(({ headers }) => Number(headers["x-api-timestamp"]));
  expect(second).toBeGreaterThanOrEqual(secretAskedAtMs);
  expect(first).toBeLessThanOrEqual(secretAskedAtMs);
});

it("asks again at once when the signature was used before", async () => {
  await using server = await startFaultServer(failure(4005), success);
  const events: ExchangeEvent[] = [];
  const client = createBitfrontClient({
    apiKey,
    apiSecret,
    baseUrl: server.url,
    observe: (event) => events.push(event),
  });
  await client.GET("/v1/account/balances");
  expect(new Set(signatures(server.requests)).size).toBe(2);
  expect(events).toContainEqual(expect.objectContaining({ type: "retry", code: "replayed", waitMs: 0 }));
});

it("signs the path as it is sent, percent signs included", async () => {
  await using server = await startFaultServer(success);
  const client = createBitfrontClient({ apiKey, apiSecret, baseUrl: server.url });
  await client.GET("/v1/account/balances/{currency}", { params: { path: { currency: "A/B c%" } } });
  expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual(["/v1/account/balances/A%2FB%20c%25"]);
  expect(signatures(server.requests)).toEqual(server.requests.map(expectedSignature));
});

it("signs the query as it is sent", async () => {
  await using server = await startFaultServer(success);
  const client = createBitfrontClient({ apiKey, apiSecret, baseUrl: server.url });
  // No described call has a query; one that a newer server knows is signed all the same.
  const options = { params: { query: { currency: "B C", max: 100 } } } as {};
  await client.GET("/v1/account/balances", options);
  expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual([
    "/v1/account/balances?currency=B%20C&max=100",
  ]);
  expect(signatures(server.requests)).toEqual(server.requests.map(expectedSignature));
});

it("repeats no nonce within a burst and keeps each at five digits", async () => {
  const seen: string[] = [];
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    seen.push(new Headers(init?.headers).get("x-api-nonce") ?? "");
    return Response.json({ statusCode: 1000, responseData: [] });
  };
  const client = createBitfrontClient({ apiKey, apiSecret, fetch });
  await Promise.all(Array.from({ length: 500 }, () => client.GET("/v1/account/balances")));
  expect(new Set(seen).size).toBe(500);
  expect(seen.filter((nonce) => !/^[1-9]\d{4}$/.test(nonce))).toEqual([]);
});

it("never sends the secret and repeats neither key nor signature in an error", async () => {
  await using server = await startFaultServer((exchange) => {
    const { headers } = exchange.request;
    const statusMessage = `no: ${String(headers["x-api-key"])} ${String(headers["x-api-sign"])}`;
    return replyJson({ ...envelope, statusCode: 4003, statusMessage })(exchange);
  });
  const client = createBitfrontClient({ apiKey, apiSecret, baseUrl: server.url });
  const error = await client.GET("/v1/account/balances").catch((thrown: unknown) => thrown);
  expect(isBalanceError(error) && error.vendorMessage).toBe("no: [redacted] [redacted]");
  expect(JSON.stringify(server.requests)).not.toContain(apiSecret);
});
