import { sequence, replyJson, status } from "@openbalance/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  apiKey,
  clientOf,
  exchangesAt,
  issueTokens,
  refuseTokens,
  startWalletServer,
  tokensAt,
} from "./wallet-server.ts";

it("exchanges the key once, without a credential in any header, and sends the token as it is", async () => {
  await using server = await startWalletServer({ exchange: issueTokens("3600") });
  const client = clientOf(server);
  await client.GET("/balance");
  await client.GET("/balance");
  expect(server.requests.map(({ method, rawUrl }) => `${method} ${rawUrl}`)).toEqual([
    "POST /auth/access_token",
    "GET /wallet/balance",
    "GET /wallet/balance",
  ]);
  const [exchange] = server.requests;
  expect(exchange?.headers).toMatchObject({ "content-type": "application/json", accept: "application/json" });
  expect(exchange?.headers.authorization).toBeUndefined();
  expect(JSON.parse(exchange?.body ?? "")).toEqual({ apiKey });
  expect(tokensAt(server)).toEqual(["token-1", "token-1"]);
});

it("puts Bearer before the token where the caller asks for it", async () => {
  await using server = await startWalletServer({
    exchange: issueTokens(),
    balance: refuseTokens("Bearer token-1"),
  });
  await clientOf(server, { authScheme: "bearer" }).GET("/balance");
  expect(tokensAt(server)).toEqual(["Bearer token-1", "Bearer token-2"]);
});

it("asks the function for a key at every exchange", async () => {
  await using server = await startWalletServer({
    exchange: issueTokens(),
    balance: refuseTokens("token-1"),
  });
  let given = 0;
  await clientOf(server, { apiKey: async () => `key-${(given += 1)}` }).GET("/balance");
  const keys = server.requests.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(keys).toEqual(['{"apiKey":"key-1"}', '{"apiKey":"key-2"}']);
});

it("exchanges the key once for calls at the same time", async () => {
  await using server = await startWalletServer({ exchange: issueTokens("3600") });
  const client = clientOf(server);
  await Promise.all(Array.from({ length: 20 }, () => client.GET("/balance")));
  expect(exchangesAt(server)).toBe(1);
  expect(new Set(tokensAt(server))).toEqual(new Set(["token-1"]));
});

it("repeats an exchange that failed as it repeats a read", async () => {
  const unavailable = status(503, { code: 14, message: "not now" });
  await using server = await startWalletServer({ exchange: sequence(unavailable, issueTokens()) });
  await clientOf(server).GET("/balance");
  expect(exchangesAt(server)).toBe(2);
});

it("keeps nothing of a failed exchange", async () => {
  const refusal = status(401, { code: 16, message: "The key is revoked" });
  await using server = await startWalletServer({ exchange: sequence(refusal, issueTokens()) });
  const client = clientOf(server);
  const calls = await Promise.allSettled([client.GET("/balance"), client.GET("/balance")]);
  for (const call of calls) {
    expect(call).toMatchObject({
      reason: { code: "unauthenticated", vendorCode: "16", httpStatus: 401, attempts: 1 },
    });
  }
  expect(exchangesAt(server)).toBe(1);
  await client.GET("/balance");
  expect(tokensAt(server)).toEqual(["token-1"]);
});

it.each([
  [{}, "holds no access token"],
  [{ token: "" }, "holds no access token"],
  [{ token: null }, "holds no access token"],
  [{ token: 12345 }, "holds no access token"],
  [{ token: "two words" }, "cannot stand in a header"],
  [{ token: "line\r\nbreak: 1" }, "cannot stand in a header"],
  [{ token: "tökén" }, "cannot stand in a header"],
  [null, "not an object"],
  ["token", "not an object"],
])("takes %j for no token, and sends none", async (body, reason) => {
  await using server = await startWalletServer({ exchange: replyJson(JSON.stringify(body)) });
  await expect(clientOf(server).GET("/balance")).rejects.toMatchObject({
    code: "bad_response",
    retryable: false,
    message: expect.stringMatching(`POST /access_token answered 200: .*${reason}$`),
  });
  expect(tokensAt(server)).toEqual([]);
});

describe("the life of a token", () => {
  const start = Date.parse("2026-11-22T00:00:00Z");
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: start });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ["3600", 3_540],
    [3_600, 3_540],
    ["100", 90],
    [1, 0.9],
  ])("of %j seconds is used for %d", async (expiresIn, used) => {
    await using server = await startWalletServer({ exchange: issueTokens(expiresIn) });
    const client = clientOf(server);
    await client.GET("/balance");
    vi.setSystemTime(start + used * 1_000 - 1);
    await client.GET("/balance");
    vi.setSystemTime(start + used * 1_000);
    await client.GET("/balance");
    expect(tokensAt(server)).toEqual(["token-1", "token-1", "token-2"]);
  });

  it.each([undefined, null, "", "soon", "-1", -1, "1e3", "3600.5", {}, "99999999999999999999"])(
    "lasts until it is refused where it is not told: %j",
    async (expiresIn) => {
      await using server = await startWalletServer({ exchange: issueTokens(expiresIn) });
      const client = clientOf(server);
      await client.GET("/balance");
      vi.setSystemTime(start + 365 * 86_400_000);
      await client.GET("/balance");
      expect(exchangesAt(server)).toBe(1);
    },
  );

  it("that has ended already serves the calls that waited for it and no other", async () => {
    await using server = await startWalletServer({ exchange: issueTokens("0") });
    const client = clientOf(server);
    await Promise.all([client.GET("/balance"), client.GET("/balance")]);
    await client.GET("/balance");
    expect(tokensAt(server)).toEqual(["token-1", "token-1", "token-2"]);
  });
});
