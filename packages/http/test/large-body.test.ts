import { runInNewContext } from "node:vm";
import { gzipBomb, hugeBody, startFaultServer, truncatedBody, type Fault } from "@openbalance/testing";
import { afterEach, expect, it, vi } from "vitest";
import { createAcmeClient, failureOf } from "./acme.ts";
import { watchConnections } from "./connections.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const limit = 1024 * 1024;

it.each([
  ["[row 31]", "64 MiB of JSON", hugeBody()],
  ["[row 32]", "100 MB packed into 97 kB", gzipBomb()],
])("%s refuses %s", async (_, _what, fault) => {
  await using server = await startFaultServer(fault);
  const error = await failureOf(createAcmeClient({ baseUrl: server.url }).GET("/balance"));
  expect(error).toMatchObject({ code: "too_large", httpStatus: 200, retryable: false, attempts: 1 });
});

it("[row 31] hangs up on a body that is too large", async () => {
  const connections = watchConnections();
  await using server = await startFaultServer(connections.watch(hugeBody()));
  await failureOf(createAcmeClient({ baseUrl: server.url }).GET("/balance"));
  await vi.waitFor(() => expect(connections.count()).toEqual({ open: 0, seen: 1 }), { timeout: 10_000 });
});

/** An endless body that counts what is taken of it. */
function endless(status: number) {
  const chunk = new Uint8Array(16 * 1024).fill(0x20);
  const taken = { bytes: 0, cancelled: false };
  const body = () =>
    new ReadableStream(
      {
        pull(controller) {
          taken.bytes += chunk.length;
          controller.enqueue(chunk);
        },
        cancel() {
          taken.cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
  const headers = { "content-type": "application/json" };
  return { taken, fetch: scriptedFetch(() => new Response(body(), { status, headers })) };
}

it("[row 31] reads no more than one piece beyond 1 MiB", async () => {
  const { fetch, taken } = endless(200);
  expect((await failureOf(createAcmeClient({ fetch }).GET("/balance"))).code).toBe("too_large");
  expect(taken).toEqual({ bytes: limit + 16 * 1024, cancelled: true });
});

it("[row 31] takes a body of exactly 1 MiB", async () => {
  const text = `"${"a".repeat(limit - 2)}"`;
  const { data } = await createAcmeClient({ fetch: scriptedFetch({ body: text }) }).GET("/balance", {
    parseAs: "text",
  });
  expect(data).toHaveLength(limit);
});

it("reads at most 64 KiB of a refusal, whose status says enough", async () => {
  const { fetch, taken } = endless(401);
  const error = await failureOf(createAcmeClient({ fetch }).GET("/balance"));
  expect(error).toMatchObject({ code: "unauthenticated", httpStatus: 401, attempts: 1 });
  expect(taken).toEqual({ bytes: 80 * 1024, cancelled: true });
});

const head = ["HTTP/1.1 403 Forbidden", "content-type: application/json"];
const broken: readonly (readonly [string, Fault])[] = [
  [
    "is cut",
    ({ socket }) => void socket.end([...head, "content-length: 50", "", '{"message":'].join("\r\n")),
  ],
  [
    "says gzip and is not",
    ({ socket }) => void socket.end([...head, "content-encoding: gzip", "", "{}"].join("\r\n")),
  ],
  ["stalls", ({ socket }) => void socket.write([...head, "content-length: 50", "", "{"].join("\r\n"))],
];

it.each(broken)("keeps the status of a refusal whose body %s", async (_, fault) => {
  await using server = await startFaultServer(fault);
  const client = createAcmeClient({ baseUrl: server.url, attemptTimeoutMs: 1_000 });
  expect(await failureOf(client.GET("/balance"))).toMatchObject({
    code: "forbidden",
    httpStatus: 403,
    attempts: 1,
  });
  expect(server.requests).toHaveLength(1);
});

it("keeps the status of a refusal whose body stalls until the whole call is over", async () => {
  const refusal =
    "HTTP/1.1 401 Unauthorized\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{";
  await using server = await startFaultServer(({ socket }) => void socket.write(refusal));
  const client = createAcmeClient({ baseUrl: server.url, timeoutMs: 500 });
  const error = await failureOf(client.GET("/balance"));
  expect(error).toMatchObject({ code: "unauthenticated", httpStatus: 401, retryable: false });
});

const euro = new TextEncoder().encode('{"balance":"€5"}');

it.each<[string, (byte: number) => ArrayBufferView | ArrayBuffer]>([
  ["single bytes", (byte) => Uint8Array.of(byte)],
  ["buffers", (byte) => Uint8Array.of(byte).buffer],
  ["bytes of another realm", (byte) => runInNewContext(`Uint8Array.of(${byte})`) as Uint8Array],
  ["views", (byte) => new DataView(Uint8Array.of(0, byte, 0).buffer, 1, 1)],
])("puts together a body that comes in %s, a character cut in three", async (_, piece) => {
  const body = new ReadableStream({
    start(controller) {
      for (const byte of euro) controller.enqueue(piece(byte));
      controller.close();
    },
  });
  const fetch = scriptedFetch(() => new Response(body, { headers: { "content-type": "application/json" } }));
  expect((await createAcmeClient({ fetch }).GET("/balance")).data).toEqual({ balance: "€5" });
});

it("reads a thousand pieces, each longer than what was read before it had room for", async () => {
  let pieces = 0;
  const body = new ReadableStream({
    pull(controller) {
      pieces += 1;
      controller.enqueue(new TextEncoder().encode(pieces === 1 ? "{}" : " ".repeat(pieces)));
      if (pieces === 1_000) controller.close();
    },
  });
  const fetch = scriptedFetch(() => new Response(body, { headers: { "content-type": "application/json" } }));
  const { data } = await createAcmeClient({ fetch }).GET("/balance", { parseAs: "text" });
  expect([data.length, data.trimEnd()]).toEqual([(1_000 * 1_001) / 2 + 1, "{}"]);
});

it("closes the connection of a body that it gives up for the next attempt", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const connections = watchConnections();
  await using server = await startFaultServer(connections.watch(truncatedBody()));
  await failureOf(createAcmeClient({ baseUrl: server.url }).GET("/balance"));
  await vi.waitFor(() => expect(connections.count()).toEqual({ open: 0, seen: 3 }), { timeout: 10_000 });
});
