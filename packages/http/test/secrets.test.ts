import { Console } from "node:console";
import { PassThrough } from "node:stream";
import { format, inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkClientOptions } from "../src/options/client-options.ts";
import { createExchange } from "../src/exchange/exchange.ts";
import {
  BalanceError,
  resolveCredential,
  type BalanceErrorCode,
  type Credential,
  type Observer,
  type VendorRules,
  type OutgoingRequest,
} from "../src/index.ts";
import { redact } from "../src/secrets/redact.ts";
import { createAcmeClient, failureOf, readAcmeProblem } from "./acme.ts";
import { scriptedFetch, silence, type ScriptedAnswer } from "./scripted-fetch.ts";

const secret = 'sk_Live+7f/3a9c"2e51d8==';
const hmacSecret = "hmac_5b1f0c77aa93d2e4";
const shapes = [
  "bearer",
  "raw",
  "api key",
  "basic",
  "token parameter",
  "hmac",
  "token function",
  "in the body",
] as const;

/** Sends the secret in the way of one shape; the HMAC secret itself is never sent. */
function authorizeAs(shape: (typeof shapes)[number]): VendorRules["authorize"] {
  return async ({ headers }) => {
    const credential: Credential = shape === "token function" ? async () => secret : secret;
    const key = await resolveCredential("acme", "apiKey", credential);
    if (shape === "raw") headers["authorization"] = key;
    else if (shape === "api key") headers["x-api-key"] = key;
    else if (shape === "basic") headers["authorization"] = `Basic ${btoa(`${key}:`)}`;
    else if (shape === "token parameter") headers["authorization"] = `Token token="${key}"`;
    else if (shape === "hmac") {
      headers["x-api-key"] = key;
      headers["x-api-sign"] = (await hmac(hmacSecret, headers["x-api-key"])).slice(0, 32);
    } else if (shape !== "in the body") headers["authorization"] = `Bearer ${key}`;
  };
}

async function hmac(key: string, text: string): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", Buffer.from(key), algorithm, false, ["sign"]);
  return Buffer.from(await crypto.subtle.sign("HMAC", imported, Buffer.from(text))).toString("hex");
}

/** Every way in which what was sent comes back: as it was, and as messages, URLs, JSON and Base64 quote it. */
function echoes({ headers, body }: RequestInit): string {
  const sent = [...new Headers(headers).values(), typeof body === "string" ? body : ""];
  const bare = sent.flatMap((value) => [value, value.replace(/^\w+ /, "")]);
  const forms = [secret, ...bare].flatMap((value) => [
    value,
    value.toUpperCase(),
    encodeURIComponent(value),
    JSON.stringify(value),
    Buffer.from(value).toString("base64"),
    Buffer.from(value).toString("base64url"),
  ]);
  return forms.join(" ");
}

const echo =
  (status: number, statusCode?: number): ScriptedAnswer =>
  (init) =>
    Response.json(
      { ...(statusCode === undefined ? {} : { statusCode }), code: echoes(init), message: echoes(init) },
      { status, headers: { "x-request-id": encodeURIComponent(echoes(init)) } },
    );

const throwing =
  (code?: string): ScriptedAnswer =>
  (init) => {
    // Some libraries hang the whole request on what they throw.
    const cause = Object.assign(new Error(`request failed: ${echoes(init)}`), { code, request: init, init });
    throw Object.assign(new TypeError(`fetch failed ${echoes(init)}`, { cause }), { config: init });
  };

const bad = (text: string, headers: Readonly<Record<string, string>> = {}): ScriptedAnswer => ({
  body: text,
  headers,
});

const outcomes: Readonly<Record<BalanceErrorCode, ScriptedAnswer>> = {
  unauthenticated: echo(401),
  forbidden: echo(403),
  not_found: echo(404),
  bad_request: echo(422),
  rate_limited: echo(429),
  clock_skew: echo(200, 4013),
  replayed: echo(200, 4005),
  unavailable: echo(503),
  server_error: echo(500),
  timeout: silence,
  network: throwing("ECONNRESET"),
  tls: throwing("CERT_HAS_EXPIRED"),
  aborted: silence,
  redirect: ({ headers }) =>
    new Response(null, {
      status: 302,
      headers: { location: `/?key=${new Headers(headers).get("authorization")}` },
    }),
  too_large: (init) => Response.json(echoes(init).repeat(20_000)),
  bad_response: bad(`{"message":"${secret}`),
  config: () => ({ status: "200", secret }) as unknown as Response,
  vendor_error: echo(200, 9999),
};

/** Everything an error shows, wherever it is printed. */
function sinksOf(error: BalanceError): readonly string[] {
  const console = new PassThrough();
  new Console(console).error(error);
  const chain: string[] = [];
  for (let link: unknown = error; link instanceof Error; link = link.cause)
    chain.push(link.message, String(link.stack));
  return [
    error.message,
    String(error.stack),
    ...chain,
    inspect(error, {
      depth: Infinity,
      showHidden: true,
      maxStringLength: Infinity,
      maxArrayLength: Infinity,
    }),
    JSON.stringify(error),
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
    String(error),
    format("%s %o %j", error, error, error),
    JSON.stringify(structuredClone(error)),
    String(console.read()),
  ];
}

function leaksIn(texts: readonly string[]): readonly string[] {
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64").replace(/=+$/, ""),
    btoa(`${secret}:`),
    hmacSecret,
    // A part would be enough to recognise it by.
    "7f/3a9c",
    "7f%2F3a9c",
    "5b1f0c77",
  ].map((form) => form.toLowerCase());
  return texts.filter((text) => forms.some((form) => text.toLowerCase().includes(form)));
}

describe.each(shapes)("a credential of the shape: %s", (shape) => {
  beforeEach(() => {
    vi.spyOn(Math, "random").mockReturnValue(0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(Object.entries(outcomes))("stays out of every sink of the error %s", async (code, answer) => {
    const events: unknown[] = [];
    const observe: Observer = (event) => void events.push(event);
    const options = { fetch: scriptedFetch(answer), observe, timeoutMs: 5_000, attemptTimeoutMs: 20 };
    const rules = {
      vendor: "acme",
      authorize: authorizeAs(shape),
      readProblem: readAcmeProblem,
      apiSecret: () => hmacSecret,
    };
    const exchange = createExchange(rules, checkClientOptions("acme", options));
    const body =
      shape === "in the body" ? { body: JSON.stringify({ apiKey: secret }), secrets: [secret] } : {};
    const url = new URL("https://api.acme.example/balance");
    const request = { method: "POST", url, path: "/balance", headers: {}, repeatable: true, ...body };
    const signal = code === "aborted" ? AbortSignal.timeout(30) : undefined;
    const error = await failureOf(exchange(request, signal));
    expect(error.code).toBe(code);
    const sinks = [...sinksOf(error), JSON.stringify(events), inspect(exchange, { showHidden: true })];
    expect(leaksIn(sinks).map((text) => text.slice(0, 500))).toEqual([]);
  });
});

it("proves that the scan would find a secret", () => {
  const error = new BalanceError({ code: "network", vendor: "acme", message: "m", cause: new Error(secret) });
  expect(leaksIn(sinksOf(error)).length).toBeGreaterThan(0);
});

it("strikes out the longer of two secrets that begin alike", () => {
  expect(redact("key abcdef-longer and abcdef", ["abcdef", "abcdef-longer"])).toBe(
    "key [redacted] and [redacted]",
  );
});

it("keeps a text of a vendor from writing into a terminal or a log", () => {
  expect(redact("a\u001b[31mb\r\nc\u202ed\u2028e", [])).toBe("a [31mb c d e");
});

it("bounds a text of a vendor and cuts no character in half", () => {
  const text = redact(`${"a".repeat(299)}😀${"b".repeat(100_000)}`, []);
  expect([text.length, text.isWellFormed()]).toEqual([301, true]);
});

it("does not garble a message for a value too short to be a secret", () => {
  expect(redact("answered 200", ["2", "00"])).toBe("answered 200");
});

it("strikes out a header that the call itself brings, and the key that took the place of another", async () => {
  const fetch = scriptedFetch((init) => Response.json({ message: echoes(init) }, { status: 403 }));
  const headers = { authorization: "Bearer the-callers-own", "x-session": secret };
  const error = await failureOf(createAcmeClient({ fetch, apiKey: hmacSecret }).GET("/balance", { headers }));
  expect(error.code).toBe("forbidden");
  expect(leaksIn(sinksOf(error))).toEqual([]);
});

it("keeps the words of a message that a harmless header of the call holds too", async () => {
  const fetch = scriptedFetch({ status: 401, body: { message: "Unauthorized" } });
  const headers = { prefer: "code=401, example=unauthorized" };
  const error = await failureOf(createAcmeClient({ fetch }).GET("/balance", { headers }));
  expect(error.vendorMessage).toBe("Unauthorized");
});

it("keeps nothing in an error that is no field of one", () => {
  const details = {
    code: "network",
    vendor: "acme",
    message: "m",
    headers: { authorization: secret },
  } as const;
  expect(leaksIn(sinksOf(new BalanceError(details).forAccount("prod")))).toEqual([]);
});

it("tells a refusal of a key that calls itself Basic and is no Base64", async () => {
  const rules = {
    authorize: ({ headers }: OutgoingRequest) => void (headers["authorization"] = "Basic sk_live_abcdefgh"),
  };
  const error = await failureOf(
    createAcmeClient({ fetch: scriptedFetch({ status: 401 }), rules }).GET("/balance"),
  );
  expect(error.code).toBe("unauthenticated");
});
