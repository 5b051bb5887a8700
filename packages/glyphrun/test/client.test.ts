import { inspect } from "node:util";
import { dateHeader, replyJson, startFaultServer, status } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { createGlyphrunClient, type GlyphrunOptions } from "../src/index.ts";

const wallet = { wallet: { balance: 100.5, availableBalance: 95 } };
const secret = "eyJhbGciOiJFUzI1NiJ9.secret.signature";

async function failureOf(call: Promise<unknown>): Promise<Error> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("the call did not fail");
}

function endedSession(): string {
  throw new Error("the session has ended");
}

it("sends the token behind the word Bearer and asks for JSON", async () => {
  await using server = await startFaultServer(replyJson(wallet));
  await createGlyphrunClient({ token: secret, baseUrl: server.url }).GET("/wallet/balance");
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "GET", rawUrl: "/wallet/balance", body: "" });
  expect(request?.headers).toMatchObject({ authorization: `Bearer ${secret}`, accept: "application/json" });
});

it("asks the function for a token at every attempt", async () => {
  await using server = await startFaultServer(status(503), replyJson(wallet));
  let given = 0;
  const token = async (): Promise<string> => `token-${(given += 1)}`;
  await createGlyphrunClient({ token, baseUrl: server.url }).GET("/wallet/balance");
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer token-1",
    "Bearer token-2",
  ]);
});

it("does not repeat a call that was refused", async () => {
  await using server = await startFaultServer(status(401));
  const client = createGlyphrunClient({ token: secret, baseUrl: server.url });
  await expect(client.GET("/wallet/balance")).rejects.toMatchObject({ code: "unauthenticated", attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

it("stops at once when the limit is lifted later than a call may wait", async () => {
  const now = new Date("2026-11-22T00:00:00Z");
  const reset = String(now.getTime() / 1_000 + 3_600);
  const limited = replyJson(
    { error: "Too many requests" },
    { status: 429, headers: { "x-ratelimit-reset": reset } },
  );
  await using server = await startFaultServer(dateHeader(now, limited));
  const client = createGlyphrunClient({ token: secret, baseUrl: server.url });
  await expect(client.GET("/wallet/balance")).rejects.toMatchObject({
    code: "rate_limited",
    retryable: true,
    retryAfterMs: 3_600_000,
    attempts: 1,
  });
});

it("says vendor, place and reason, and the vendor's code behind them", async () => {
  await using server = await startFaultServer(
    status(404, { error: "Wallet not found for user", code: "NO_WALLET" }),
  );
  const client = createGlyphrunClient({ token: secret, baseUrl: server.url });
  await expect(client.GET("/wallet/balance")).rejects.toThrow(
    "glyphrun: GET /wallet/balance answered 404: Wallet not found for user (NO_WALLET)",
  );
});

describe("the token", () => {
  it("stays out of the error when the vendor repeats it", async () => {
    const echo = { error: `Bearer ${secret} was refused`, code: secret };
    await using server = await startFaultServer(
      replyJson(echo, { status: 401, headers: { "x-request-id": secret } }),
    );
    const client = createGlyphrunClient({ token: secret, baseUrl: server.url });
    const error = await failureOf(client.GET("/wallet/balance"));
    expect(`${error} ${error.stack} ${inspect(error, { depth: 9 })} ${JSON.stringify(error)}`).not.toContain(
      secret,
    );
    expect(error.message).toContain("[redacted] was refused");
  });

  it("stays out of the client as it is printed", () => {
    const client = createGlyphrunClient({ token: secret });
    expect(`${inspect(client, { depth: 9, showHidden: true })} ${JSON.stringify(client)}`).not.toContain(
      secret,
    );
  });

  it("counts as missing when its function throws, before any request", async () => {
    await using server = await startFaultServer(replyJson(wallet));
    const error = await failureOf(
      createGlyphrunClient({ token: endedSession, baseUrl: server.url }).GET("/wallet/balance"),
    );
    expect(error).toMatchObject({ code: "unauthenticated", attempts: 0 });
    expect(error.message).toContain("`token`");
    expect(server.requests).toHaveLength(0);
  });

  it.each([undefined, null, "", 5, "two words", "line\nbreak", "tökén"])(
    "is refused before any request when it is %j",
    (token) => {
      expect(() => createGlyphrunClient({ token } as GlyphrunOptions)).toThrow(
        expect.objectContaining({ code: "config", message: expect.stringContaining("`token`") }),
      );
    },
  );

  it("is not quoted when it is refused", async () => {
    await using server = await startFaultServer(replyJson(wallet));
    const token = (): string => `${secret}\r\nx-injected: 1`;
    const error = await failureOf(
      createGlyphrunClient({ token, baseUrl: server.url }).GET("/wallet/balance"),
    );
    expect(error).toMatchObject({ code: "config" });
    expect(inspect(error)).not.toContain(secret);
    expect(server.requests).toHaveLength(0);
  });
});

it.each([
  [{ token: secret, apiKey: "x" }, "unknown option `apiKey`"],
  [{ token: secret, baseUrl: "http://api.glyphrun.com" }, "`baseUrl` must be https"],
  [{ token: secret, timeoutMs: 0 }, "`timeoutMs`"],
  [undefined, "the options must be an object"],
])("refuses options that are wrong, by name: %j", (options, reason) => {
  expect(() => createGlyphrunClient(options as GlyphrunOptions)).toThrow(
    expect.objectContaining({ code: "config", message: expect.stringContaining(reason) }),
  );
});
