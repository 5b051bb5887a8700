import { createServer } from "node:http";
import { once } from "node:events";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkBasicUser } from "../src/options/basic-authorization.ts";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch, type ScriptedAnswer } from "./scripted-fetch.ts";

async function failure(...answers: readonly ScriptedAnswer[]) {
  const fetch = scriptedFetch(...answers);
  return failureOf(createAcmeClient({ fetch, retry: false }).GET("/balance"));
}

const page = { "content-type": "text/html; charset=UTF-8", server: "cloudflare" };

describe("a challenge of Cloudflare", () => {
  const body = "<!DOCTYPE html><title>Just a moment...</title>";

  it.each([403, 401, 503])("with status %i is no verdict on the key", async (status) => {
    const error = await failure({ status, body, headers: { ...page, "cf-mitigated": "challenge" } });
    expect(error).toMatchObject({ code: "unavailable", httpStatus: status, retryable: true });
    expect(error.message).toContain("says nothing about the key");
  });

  it("is not seen in an answer, nor in a refusal that names no challenge", async () => {
    expect(await failure({ status: 403, body, headers: page })).toMatchObject({ code: "forbidden" });
    const fetch = scriptedFetch({ headers: { "cf-mitigated": "challenge" } });
    await expect(createAcmeClient({ fetch }).GET("/balance")).resolves.toMatchObject({
      response: { status: 200 },
    });
  });
});

it.each([520, 521, 522, 523, 524, 525, 526, 527, 529, 530])(
  "asks again after %i, as after 502",
  async (status) => {
    expect(await failure({ status })).toMatchObject({ code: "unavailable", retryable: true });
  },
);

it.each([519, 531, 599])("does not ask again after %i", async (status) => {
  expect(await failure({ status })).toMatchObject({ code: "server_error", retryable: false });
});

it("says of 410 that the vendor has retired the call, unless the vendor has words of its own", async () => {
  expect((await failure({ status: 410 })).message).toBe(
    "acme: GET /balance answered 410: this call is retired by the vendor",
  );
  expect((await failure({ status: 410, body: { message: "Use v2" } })).message).toMatch(/410: Use v2$/);
});

it("says of 407 that a proxy asks", async () => {
  const error = await failure({ status: 407 });
  expect(error).toMatchObject({ code: "config", retryable: false, httpStatus: 407 });
  expect(error.message).toContain("proxy");
});

it.each([
  ["wants a user and a password", 407, "config", false],
  ["is out of order", 502, "network", true],
])("says so where a real proxy %s", async (_, status, code, retryable) => {
  const proxy = createServer();
  proxy.on("connect", (_request, socket) => {
    socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const script = fileURLToPath(new URL("behind-proxy.ts", import.meta.url));
  const env = { ...process.env, NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: address, NO_PROXY: "", no_proxy: "" };
  const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "inherit"] });
  const error: unknown = JSON.parse(await text(child.stdout));
  proxy.close();
  expect(error).toMatchObject({ code, retryable, message: expect.stringContaining("proxy") });
});

it("names a port that fetch connects to for nobody, and does not ask again", async () => {
  // Node's dispatcher connects to any port; what fetch refuses is refused where there is nothing but fetch.
  const client = createAcmeClient({
    baseUrl: "http://127.0.0.1:6000",
    fetch: (url, init) => fetch(url, init),
  });
  const error = await failureOf(client.GET("/balance"));
  expect(error).toMatchObject({ code: "config", attempts: 1, retryable: false });
  expect(error.message).toContain("6000");
});

it.each([
  'application/vnd.api+json; ext="a,b"',
  'application/json; profile="a\\"b,c"; charset=utf-8',
  'application/json; a="b,c", application/json; d="e,f"',
])("takes %s for JSON", async (type) => {
  const fetch = scriptedFetch({ headers: { "content-type": type } });
  expect((await createAcmeClient({ fetch }).GET("/balance")).response.status).toBe(200);
});

it.each([
  'application/json; a="b',
  'application/json; a="b", text/html',
  'application/json, text/html; a="b,"',
])("does not take %s for JSON", async (type) => {
  expect(await failure({ headers: { "content-type": type } })).toMatchObject({ code: "bad_response" });
});

it("looks at a long content type but once", async () => {
  const type = `application/json${';a="b",application/json'.repeat(20_000)}x`;
  expect(await failure({ headers: { "content-type": type } })).toMatchObject({ code: "bad_response" });
});

describe("a key in quotes", () => {
  it.each(['"sk-0123456789"', "'sk-0123456789'", "`sk-0123456789`"])(
    "is refused before any request: %s",
    (apiKey) => {
      const fetch = scriptedFetch({});
      expect(() => createAcmeClient({ apiKey, fetch })).toThrow(/`apiKey` stands in quotes.*--env-file/);
      expect(() => checkBasicUser("acme", "user", apiKey)).toThrow(/`user` stands in quotes/);
    },
  );

  it("is refused too where a function gives it", async () => {
    const fetch = scriptedFetch({});
    const client = createAcmeClient({ apiKey: () => '"sk-0123456789"', fetch });
    expect(await failureOf(client.GET("/balance"))).toMatchObject({ code: "config", attempts: 0 });
    expect(fetch.calls).toEqual([]);
  });

  it("is told from one that only holds a quote", () => {
    expect(() => createAcmeClient({ apiKey: '"sk-0123456789' })).not.toThrow();
    expect(() => createAcmeClient({ apiKey: "\"sk-0123456789'" })).not.toThrow();
  });
});
