import { expect, it } from "vitest";
import {
  checkCredential,
  createTransport,
  createVendorClient,
  isBalanceError,
  refuseUnknownOptions,
  type ClientOptions,
  type Transport,
} from "../src/index.ts";
import { createAcmeClient, failureOf, readAcmeProblem } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

function messageOf(create: () => unknown): string {
  try {
    create();
  } catch (error) {
    if (isBalanceError(error) && error.code === "config") return error.message;
    throw error;
  }
  throw new Error("the options were accepted");
}

const wrong: readonly (readonly [string, unknown])[] = [
  ["baseUrl", null],
  ["baseUrl", new URL("https://api.acme.example")],
  ["fetch", "fetch"],
  ["fetch", null],
  ["timeoutMs", "30000"],
  ["timeoutMs", null],
  ["timeoutMs", 0],
  ["timeoutMs", -1],
  ["timeoutMs", 1.5],
  ["timeoutMs", Number.NaN],
  ["timeoutMs", Infinity],
  ["timeoutMs", 2 ** 31],
  ["attemptTimeoutMs", null],
  ["attemptTimeoutMs", 10n],
  ["retry", null],
  ["retry", true],
  ["retry", 3],
  ["retry", {}],
  ["retry", { attempts: 0 }],
  ["retry", { attempts: 11 }],
  ["retry", { attempts: "3" }],
  ["observe", {}],
  ["observe", null],
];

it.each(wrong)("names the client option `%s` when it is of the wrong kind (%o)", (option, value) => {
  expect(messageOf(() => createAcmeClient({ [option]: value }))).toMatch(new RegExp(`^acme: \`${option}\` `));
});

it.each([undefined, null, "acme_live_key", 7])("refuses options that are no object (%o)", (options) => {
  const rules = {
    vendor: "acme",
    baseUrl: "https://a.example",
    reads: [],
    authorize: () => undefined,
    readProblem: readAcmeProblem,
  };
  const create = (own: ClientOptions): Transport<{}> => createTransport(rules, own);
  expect(messageOf(() => createVendorClient(create, options as never))).toBe(
    "acme: the options must be an object",
  );
  expect(messageOf(() => refuseUnknownOptions("acme", options, []))).toBe(
    "acme: the options must be an object",
  );
});

it.each(["rejectUnauthorized", "agent", "dispatcher", "headers", "apikey"])(
  "refuses the option %s",
  (name) => {
    const message = messageOf(() => refuseUnknownOptions("acme", { apiKey: "k", [name]: {} }, ["apiKey"]));
    expect(message).toBe(
      `acme: unknown option \`${name}\`; the options are apiKey, baseUrl, fetch, timeoutMs, attemptTimeoutMs, retry, rateLimit, observe`,
    );
  },
);

it.each([
  ["Request", Request],
  ["body", {}],
  ["method", "DELETE"],
  ["redirect", "follow"],
  ["dispatcher", {}],
  ["timeoutMs", 5],
])("refuses the option `%s` of a read, which would go past the transport", async (name, value) => {
  const fetch = scriptedFetch({});
  const error = await failureOf(createAcmeClient({ fetch }).GET("/balance", { [name]: value } as {}));
  expect(error.code).toBe("config");
  expect(error.message).toContain(`unknown option \`${name}\``);
  expect(fetch.calls).toHaveLength(0);
});

it("ignores a call option that is only inherited", async () => {
  const [fetch, stranger] = [scriptedFetch({}), scriptedFetch({})];
  const inherited = Object.create({ fetch: stranger, baseUrl: "https://evil.example" }) as {};
  await createAcmeClient({ fetch }).GET("/balance", inherited);
  expect([fetch.calls.length, stranger.calls.length]).toEqual([1, 0]);
});

it.each([
  ["options of a call", null],
  ["options of a call", "json"],
  ["parseAs", { parseAs: "xml" }],
  ["baseUrl", { baseUrl: "https://evil.example" }],
  ["baseUrl", { baseUrl: "http://api.acme.example/v1" }],
  ["baseUrl", { baseUrl: "https://hunter22@api.acme.example/v1" }],
  ["fetch", { fetch: "hunter22" }],
  ["middleware", { middleware: "hunter22" }],
  ["params", { params: [] }],
  ["params", { params: { cookie: { "x-a": "1" } } }],
  ["params.header", { params: { header: "x: 1" } }],
  ["params.header", { params: { header: { "x-a": "hunter22\nx-b: 1" } } }],
  ["params.path", { params: { path: "id" } }],
  ["params.query", { params: { query: null } }],
  ["headers", { headers: "x: 1" }],
  ["headers", { headers: [["x-a", "1"]] }],
  ["headers", { headers: { "x-a": { value: "hunter22" } } }],
  ["headers", { headers: { "x-a": Symbol("hunter22") } }],
  ["headers", { headers: { "x-a": ["hunter22", {}] } }],
  ["headers", { headers: { "x a": "1" } }],
  ["headers", { headers: { "x-a": "hunter22\r\nx-b: 1" } }],
  ["headers", { headers: { "x-a": "hunter22ключ" } }],
  ["signal", { signal: {} }],
  ["signal", { signal: { aborted: false, addEventListener: () => undefined } }],
  ["signal", { signal: new AbortController() }],
])("names `%s` of a call when it is of the wrong kind", async (what, options) => {
  const fetch = scriptedFetch({});
  const error = await failureOf(createAcmeClient({ fetch }).GET("/balance", options as {}));
  expect(error.code).toBe("config");
  expect(error.message).toContain(what);
  expect(error.message).not.toContain("hunter22");
  expect(fetch.calls).toHaveLength(0);
});

it.each([undefined, null, 7, "balance", "", {}, ["/balance"]])("refuses the path %o", async (path) => {
  const error = await failureOf(createAcmeClient({ fetch: scriptedFetch({}) }).GET(path as "/balance"));
  expect(error).toMatchObject({ code: "config", message: expect.stringContaining("path of a call") });
});

it("takes a Headers object for the headers of a call", async () => {
  const fetch = scriptedFetch({});
  await createAcmeClient({ fetch }).GET("/balance", { headers: new Headers({ "x-plan": "a" }) as never });
  expect(new Headers(fetch.calls[0]?.init.headers).get("x-plan")).toBe("a");
});

it.each([
  ["nothing", undefined],
  ["a text", '{"balance":"1"}'],
  ["parsed JSON", { balance: "1" }],
  [
    "a reply with a Node stream as its body",
    { status: 200, headers: new Headers(), body: { pipe: () => undefined } },
  ],
  ["a reply without headers", { status: 200, body: null }],
])("names `fetch` when it gives %s", async (_, reply) => {
  const fetch = scriptedFetch(() => reply as unknown as Response);
  const error = await failureOf(createAcmeClient({ fetch }).GET("/balance"));
  expect(error).toMatchObject({ code: "config", attempts: 1 });
  expect(error.message).toContain("`fetch` must give a Response");
});

it("names `fetch` when it gives a Response that has been read", async () => {
  const fetch = scriptedFetch(async () => {
    const read = Response.json({});
    await read.text();
    return read;
  });
  expect((await failureOf(createAcmeClient({ fetch }).GET("/balance"))).code).toBe("config");
});

const hostile = {
  get message(): never {
    throw new Error("no");
  },
};

it.each([
  ["undefined", () => undefined],
  ["null", () => null],
  ["a number", () => 0],
  ["a text", () => "reset"],
  ["a symbol", () => Symbol("reset")],
  ["an object whose getters throw", () => hostile],
])("gives a typed error when `fetch` throws %s", async (_, thrown) => {
  const fetch = scriptedFetch(() => {
    throw thrown();
  });
  const error = await failureOf(createAcmeClient({ fetch, retry: false }).GET("/balance"));
  expect(error).toMatchObject({ code: "network", cause: { name: "Error" } });
});

it("tells a credential from what merely looks like one", () => {
  expect(() => checkCredential("acme", "apiKey", { toString: () => "key" })).toThrow("received object");
});

it("heeds a signal of another make, which has no more than an event target and a flag", async () => {
  const signal = Object.assign(new EventTarget(), { aborted: false, reason: undefined });
  const client = createAcmeClient({ fetch: scriptedFetch({ body: { balance: "5.00" } }) });
  expect((await client.GET("/balance", { signal: signal as never })).data).toEqual({ balance: "5.00" });
  const observe = (): void => void (signal.aborted = true);
  const watched = createAcmeClient({ fetch: scriptedFetch({}), observe });
  expect((await failureOf(watched.GET("/balance", { signal: signal as never }))).code).toBe("aborted");
});

it("reads a reply whose headers are a map without a content type", async () => {
  const { body } = new Response('{"balance":"5.00"}');
  const reply = { status: 200, headers: new Map(), body, bodyUsed: false };
  const client = createAcmeClient({ fetch: scriptedFetch(() => reply as unknown as Response) });
  expect((await client.GET("/balance")).data).toEqual({ balance: "5.00" });
});

it("takes no page for an answer because a reply does not say that it is one", async () => {
  const { body } = new Response("<html>");
  const reply = { status: 200, headers: new Headers({ "content-type": "text/html" }), body };
  const client = createAcmeClient({ fetch: scriptedFetch(() => reply as unknown as Response) });
  expect((await failureOf(client.GET("/balance"))).code).toBe("bad_response");
});

it("calls a refusal whose headers cannot be read a failure of the network", async () => {
  const headers = {
    get: () => null,
    [Symbol.iterator](): never {
      throw new Error("no");
    },
  };
  const reply = { status: 500, headers, body: null };
  const client = createAcmeClient({ fetch: scriptedFetch(() => reply as unknown as Response), retry: false });
  expect((await failureOf(client.GET("/balance"))).code).toBe("network");
});
