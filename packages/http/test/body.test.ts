import { inspect } from "node:util";
import {
  badGzip,
  brotli,
  deepNesting,
  emptyBody,
  gzipped,
  htmlPage,
  invalidUtf8,
  latin1,
  rawReply,
  replyJson,
  replyText,
  startFaultServer,
  status,
  truncatedBody,
  truncatedChunks,
  unknownEncoding,
  withByteOrderMark,
  type Fault,
} from "@openbalance/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function textOf(fault: Fault) {
  await using server = await startFaultServer(fault);
  return (await createAcmeClient({ baseUrl: server.url }).GET("/balance", { parseAs: "text" })).data;
}

async function refused(...faults: readonly Fault[]) {
  await using server = await startFaultServer(...faults);
  const error = await failureOf(createAcmeClient({ baseUrl: server.url }).GET("/balance"));
  return { ...error.toJSON(), requests: server.requests.length };
}

it("gives the text, or what JSON.parse makes of it", async () => {
  await using server = await startFaultServer(replyJson({ balance: "5.00" }));
  const client = createAcmeClient({ baseUrl: server.url });
  expect((await client.GET("/balance", { parseAs: "text" })).data).toBe('{"balance":"5.00"}');
  expect((await client.GET("/balance")).data).toEqual({ balance: "5.00" });
});

it("[row 1] gives the text exactly as it came", async () => {
  const text = '{ "balance": 90071992547409931.10,  "other": 1E-7 }\n';
  expect(await textOf(replyJson(text))).toBe(text);
});

it("[row 1] gives a response that can still be read and says the same as the data", async () => {
  await using server = await startFaultServer(gzipped({ balance: "5.00" }, { headers: { "x-plan": "a" } }));
  const { data, response } = await createAcmeClient({ baseUrl: server.url }).GET("/balance");
  expect([response.status, response.headers.get("x-plan"), response.bodyUsed]).toEqual([200, "a", false]);
  expect(response.headers.has("content-encoding")).toBe(false);
  expect(await response.json()).toEqual(data);
});

it.each([
  ["[row 27]", "shorter than announced", truncatedBody()],
  ["[row 28]", "cut between two chunks", truncatedChunks()],
])("%s asks again when the body is %s", async (_, _what, fault) => {
  await using server = await startFaultServer(fault, replyJson({ balance: "5.00" }));
  expect((await createAcmeClient({ baseUrl: server.url }).GET("/balance")).data).toEqual({ balance: "5.00" });
  expect(await refused(fault)).toMatchObject({ code: "network", requests: 3, retryable: true });
});

it.each([
  ["gzip", gzipped({ balance: "5.00" })],
  ["br", brotli({ balance: "5.00" })],
])("[row 34] unpacks %s", async (_, fault) => {
  expect(await textOf(fault)).toBe('{"balance":"5.00"}');
});

it.each([
  ["[row 33]", "says gzip and is not", badGzip()],
  ["[row 33]", "says an encoding nobody knows", unknownEncoding()],
  ["[row 35]", "is a web page", htmlPage()],
  ["[row 35]", "is a web page that says it is JSON", replyJson("<!doctype html><p>Please sign in</p>")],
  ["[row 35]", "is JSON that says it is text", replyText('{"balance":"1"}')],
  ["[row 37]", "is empty", emptyBody()],
  ["[row 37]", "is blank", replyJson(" \n")],
  ["[row 37]", "is absent", emptyBody(204)],
  ["[row 38]", "is cut JSON", replyJson('{"balance":"1')],
  ["[row 38]", "holds NaN", replyJson('{"balance":NaN}')],
  ["[row 38]", "has a trailing comma", replyJson('{"balance":"1",}')],
  ["[row 38]", "is two documents", replyJson('{"balance":"1"}{"balance":"2"}')],
  ["[row 40]", "is not UTF-8", invalidUtf8()],
  ["[row 40]", "is Latin-1", latin1()],
  ["[row 40]", "holds half a surrogate pair", replyJson(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))],
  ["[row 47]", "nests 200,000 levels deep", deepNesting()],
  ["[row 47]", "nests objects 1,001 levels deep", replyJson('{"a":'.repeat(1_001) + "1" + "}".repeat(1_001))],
])("%s refuses, after one request, a 200 whose body %s", async (_, _what, fault) => {
  const failure = await refused(fault);
  expect(failure).toMatchObject({ code: "bad_response", retryable: false, requests: 1 });
  expect(JSON.stringify(failure)).not.toMatch(/sign in|balance"|NaN|\[\[/i);
});

it("[row 36] asks again when a gateway answers with a web page", async () => {
  await using server = await startFaultServer(htmlPage(502), replyJson({ balance: "5.00" }));
  expect((await createAcmeClient({ baseUrl: server.url }).GET("/balance")).data).toEqual({ balance: "5.00" });
  expect(await refused(htmlPage(502))).toMatchObject({ code: "unavailable", httpStatus: 502, requests: 3 });
});

it("[row 39] reads past a byte order mark", async () => {
  expect(await textOf(withByteOrderMark({ balance: "5.00" }))).toBe('{"balance":"5.00"}');
});

it("[row 41] takes the last of two equal keys, as JSON.parse does", async () => {
  const fetch = scriptedFetch({ body: '{"balance":"1","balance":"2"}' });
  expect((await createAcmeClient({ fetch }).GET("/balance")).data).toEqual({ balance: "2" });
});

it("[row 42] leaves every prototype as it was", async () => {
  const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"balance":"1"}';
  const { data } = await createAcmeClient({ fetch: scriptedFetch({ body }) }).GET("/balance");
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  expect(Object.hasOwn(data, "__proto__")).toBe(true);
});

it("[row 42] reads no vendor code from a prototype", async () => {
  const body = '{"__proto__":{"statusCode":4001,"error":"inherited"},"balance":"1"}';
  const { data } = await createAcmeClient({ fetch: scriptedFetch({ body }) }).GET("/balance");
  expect(data).toHaveProperty("balance", "1");
});

it("[row 47] gives an error that prints, however deep the body was", async () => {
  await using server = await startFaultServer(status(400, "[".repeat(30_000)), deepNesting());
  const client = createAcmeClient({ baseUrl: server.url });
  const errors = [await failureOf(client.GET("/balance")), await failureOf(client.GET("/balance"))];
  expect(errors.map(({ code }) => code)).toEqual(["bad_request", "bad_response"]);
  expect(inspect(errors, { depth: Infinity })).toContain("BalanceError");
});

it("[row 47] counts no bracket inside a text", async () => {
  const text = `{"note":"${"[".repeat(5_000)}\\"${"{".repeat(5_000)}"}`;
  expect(await textOf(replyJson(text))).toBe(text);
});

it.each([
  "application/json",
  "application/json;charset=utf-8",
  "application/hal+json",
  "text/json",
  "APPLICATION/JSON",
])("takes %s for JSON", async (type) => {
  expect(await textOf(replyJson("{}", { headers: { "content-type": type } }))).toBe("{}");
});

function typedTwice(second: string): Fault {
  const head = ["HTTP/1.1 200 OK", "content-type: application/json", `content-type: ${second}`];
  return rawReply([...head, "content-length: 2"], "{}");
}

it("takes a content type that came twice for JSON only when both say so", async () => {
  expect(await textOf(typedTwice("application/json"))).toBe("{}");
  expect(await refused(typedTwice("text/html"))).toMatchObject({ code: "bad_response" });
});

it("takes valid JSON without a content type", async () => {
  expect(await textOf(rawReply(["HTTP/1.1 200 OK", "content-length: 2"], "{}"))).toBe("{}");
});
