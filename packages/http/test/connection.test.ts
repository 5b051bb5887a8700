import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import {
  closeAfter,
  closeBeforeHeaders,
  earlyHints,
  everySecond,
  garbage,
  hugeHeader,
  illegalHeaderByte,
  replyJson,
  resetBeforeHeaders,
  startFaultServer,
} from "@openbalance/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

const ok = replyJson({ balance: "5.00" });

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

it("[row 20] calls a refused connection network, after three attempts", async () => {
  const client = createAcmeClient({ baseUrl: `http://127.0.0.1:${await closedPort()}` });
  const error = await failureOf(client.GET("/balance"));
  expect(error).toMatchObject({ code: "network", attempts: 3, retryable: true });
  expect(error.message).toBe("acme: GET /balance failed: no complete reply (ECONNREFUSED)");
  expect(error).not.toHaveProperty("httpStatus");
  expect(error.cause).toMatchObject({ code: "ECONNREFUSED" });
  expect(error.cause).not.toHaveProperty("stack");
});

it.each(["ENOTFOUND", "EAI_AGAIN"])(
  "[row 21] calls a name that does not resolve (%s) network",
  async (code) => {
    const cause = Object.assign(new Error(`getaddrinfo ${code} api.acme.invalid`), { code });
    const fetch = scriptedFetch(new TypeError("fetch failed", { cause }));
    const error = await failureOf(createAcmeClient({ fetch }).GET("/balance"));
    expect(error).toMatchObject({ code: "network", attempts: 3 });
    expect(error.message).toContain(`(${code})`);
  },
);

it("names the first address of a connection that failed at several", async () => {
  const attempts = [
    new Error("connect ECONNREFUSED ::1:443"),
    new Error("connect ECONNREFUSED 127.0.0.1:443"),
  ];
  const cause = Object.assign(new AggregateError(attempts, ""), { code: "ECONNREFUSED" });
  const fetch = scriptedFetch(new TypeError("fetch failed", { cause }));
  const error = await failureOf(createAcmeClient({ fetch }).GET("/balance"));
  expect(error.cause).toMatchObject({ code: "ECONNREFUSED", message: "connect ECONNREFUSED ::1:443" });
});

it.each([
  ["[row 22]", "resets the connection", resetBeforeHeaders()],
  ["[row 23]", "closes the connection", closeBeforeHeaders()],
  ["[row 29]", "answers with no HTTP", garbage()],
  ["[row 30]", "sends a NUL in a header", illegalHeaderByte()],
  ["[row 30]", "sends a header of 40 kB", hugeHeader()],
])("%s asks again, and calls it network, when the server %s", async (_, _what, fault) => {
  await using server = await startFaultServer(fault, ok);
  const client = createAcmeClient({ baseUrl: server.url });
  expect((await client.GET("/balance")).data).toEqual({ balance: "5.00" });
  server.play(fault);
  const error = await failureOf(client.GET("/balance"));
  expect(error).toMatchObject({ code: "network", attempts: 3, retryable: true });
  expect(error).not.toHaveProperty("httpStatus");
});

it("[row 29] calls a parser error without a code network", async () => {
  class HTTPParserError extends Error {
    override readonly name = "HTTPParserError";
    readonly code = undefined;
  }
  const fetch = scriptedFetch(new TypeError("fetch failed", { cause: new HTTPParserError("Bad response") }));
  const error = await failureOf(createAcmeClient({ fetch }).GET("/balance"));
  expect(error).toMatchObject({ code: "network", attempts: 3 });
  expect(error.message).toContain("(HTTPParserError)");
});

it("[row 60] reads the answer behind early hints", async () => {
  await using server = await startFaultServer(earlyHints(ok));
  const { data, response } = await createAcmeClient({ baseUrl: server.url }).GET("/balance");
  expect([response.status, data]).toEqual([200, { balance: "5.00" }]);
});

it.each([
  ["closes it after every answer", closeAfter(ok)],
  ["closes it in the face of every second request", everySecond(ok, closeBeforeHeaders())],
])("[row 62] reads ten times over a connection whose server %s", async (_, fault) => {
  await using server = await startFaultServer(fault);
  const client = createAcmeClient({ baseUrl: server.url });
  for (let call = 0; call < 10; call += 1) {
    expect((await client.GET("/balance")).data).toEqual({ balance: "5.00" });
  }
});
