import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBoundedText } from "../../src/exchange/bounded-text.ts";
import { platformFetch } from "../../src/fetch/node-fetch.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let answer: Answer = () => undefined;
const requests: { readonly line: string; readonly headers: Readonly<Record<string, unknown>> }[] = [];
const server = createServer((request, response) => {
  const { method, url, headers } = request;
  requests.push({ line: `${method} ${url}`, headers });
  answer(response, request);
});
let address = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const text = JSON.stringify({ balance: "12.50", note: "ü".repeat(200) });

/** What the exchange sees of one answer: status, headers and text, or the names of what went wrong. */
async function seen(way: typeof fetch, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { signal } = new AbortController();
  const init = { method: "GET", headers, signal, redirect: "manual" as const };
  try {
    const response = await way(`${address}/v1/balance?page=1&q=%C3%BC`, init);
    const { date: _date, ...shown } = Object.fromEntries(response.headers);
    const content = await readBoundedText(response, {});
    return { status: response.status, headers: shown, ...content };
  } catch (error) {
    const { name, message, cause } = error as Error;
    return { name, message, code: (cause as { code?: unknown } | undefined)?.code };
  }
}

/** The same, over both ways. */
async function seenOverBoth(made: Answer): Promise<{ readonly ours: unknown; readonly fetched: unknown }> {
  answer = made;
  // The exchange looks at no more of a response than both have.
  const ours = await seen(platformFetch() as typeof fetch);
  return { ours, fetched: await seen(fetch) };
}

function send(
  headers: Readonly<Record<string, string | readonly string[]>>,
  body: string | Uint8Array,
): Answer {
  return (response) => {
    response.writeHead(200, { "content-type": "application/json", ...headers });
    response.end(body);
  };
}

it("is not fetch itself", () => {
  expect(platformFetch()).not.toBe(fetch);
});

it("sends what fetch sends", async () => {
  answer = send({}, text);
  requests.length = 0;
  const headers = { authorization: "Bearer acme_live_7f3a9c2e51d8b604", accept: "application/json" };
  await seen(platformFetch() as typeof fetch, headers);
  await seen(fetch, headers);
  expect(requests[0]).toEqual(requests[1]);
  expect(requests[0]).toMatchObject({ line: "GET /v1/balance?page=1&q=%C3%BC", headers });
});

it("sends a body with its length and type", async () => {
  const bodies: unknown[] = [];
  const sent = { body: '{"q":"ü"}', length: "10", type: "application/json" };
  answer = (response, request) => {
    const pieces: Buffer[] = [];
    request
      .on("data", (piece: Buffer) => pieces.push(piece))
      .on("end", () => {
        const { "content-length": length, "content-type": type } = request.headers;
        bodies.push({ body: Buffer.concat(pieces).toString(), length, type });
        response.end("{}");
      });
  };
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: sent.body,
    signal: new AbortController().signal,
    redirect: "manual" as const,
  };
  for (const way of [platformFetch(), fetch]) await way(address, init);
  expect(bodies).toEqual([sent, sent]);
});

describe("reads as fetch reads", () => {
  const gzip = gzipSync(text);
  it.each<[string, Readonly<Record<string, string | readonly string[]>>, string | Uint8Array]>([
    ["a plain body", {}, text],
    ["an empty body", {}, ""],
    ["gzip", { "content-encoding": "gzip" }, gzip],
    ["gzip under its old name", { "content-encoding": "X-GZIP" }, gzip],
    ["deflate", { "content-encoding": "deflate" }, deflateSync(text)],
    ["deflate without its envelope", { "content-encoding": "deflate" }, deflateRawSync(text)],
    ["Brotli", { "content-encoding": "br" }, brotliCompressSync(text)],
    ["two codings", { "content-encoding": "gzip, br" }, brotliCompressSync(gzip)],
    ["an unknown coding", { "content-encoding": "compress" }, text],
    ["a known coding in an unknown one", { "content-encoding": "compress, gzip" }, text],
    ["gzip cut short", { "content-encoding": "gzip" }, gzip.subarray(0, gzip.length - 12)],
    ["nothing, called gzip", { "content-encoding": "gzip" }, ""],
    ["nothing, called deflate", { "content-encoding": "deflate" }, ""],
    ["a header twice", { "x-limit": ["1", "2"] }, text],
    ["a header in Latin-1", { "x-name": "M\u00fcller" }, text],
    ["a body in pieces", { "transfer-encoding": "chunked" }, text],
  ])("%s", async (_name, headers, body) => {
    const { ours, fetched } = await seenOverBoth(send(headers, body));
    expect(ours).toEqual(fetched);
    expect(ours).toHaveProperty("status", 200);
  });

  it.each([204, 205, 304, 307, 401, 503, 599])("a reply of status %i", async (status) => {
    const { ours, fetched } = await seenOverBoth((response) => {
      response.writeHead(status, { location: "/elsewhere", "retry-after": "3" }).end();
    });
    expect(ours).toEqual(fetched);
    expect(ours).toHaveProperty("status", status);
  });

  it("a reply behind early hints", async () => {
    const { ours, fetched } = await seenOverBoth((response) => {
      response.writeEarlyHints({ link: "</style.css>; rel=preload" }, () => response.end(text));
    });
    expect(ours).toEqual(fetched);
    expect(ours).toHaveProperty("text", text);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["gzip", { "content-encoding": "gzip" }],
    ["deflate", { "content-encoding": "deflate" }],
    ["Brotli", { "content-encoding": "br" }],
  ])("what only says that it is %s: as a failure", async (_name, headers) => {
    const { ours, fetched } = await seenOverBoth(send(headers, "\u0018 no such bytes"));
    expect(ours).toEqual(fetched);
    expect(ours).toHaveProperty("name", "TypeError");
  });

  it("a connection that ends in the head or in the body: as a failure", async () => {
    const inHead = await seenOverBoth((_response, request) => request.socket.destroy());
    expect(inHead.ours).toEqual(inHead.fetched);
    const inBody = await seenOverBoth((response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("{");
      setImmediate(() => response.destroy());
    });
    expect(inBody.ours).toEqual({ ...(inBody.fetched as object), message: "fetch failed" });
  });
});
