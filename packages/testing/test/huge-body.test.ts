import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { expect, it, vi } from "vitest";
import { gzipBomb, hugeBody, startFaultServer, type FaultExchange } from "../src/index.ts";
import { sendGet } from "./wire.ts";

it.each([100, 1_000_000])("streams JSON of exactly %i bytes", async (bytes) => {
  await using server = await startFaultServer(hugeBody(bytes));
  const reply = await fetch(server.url);
  expect(reply.headers.get("content-length")).toBeNull();
  const body = await reply.text();
  expect(body).toHaveLength(bytes);
  expect(Object.keys(JSON.parse(body) as object)).toEqual(["padding"]);
});

it("announces the size when it is told to", async () => {
  const headers = { "content-length": "1000" };
  await using server = await startFaultServer(hugeBody(1000, { headers }));
  const reply = await fetch(server.url);
  expect(reply.headers.get("content-length")).toBe("1000");
  expect(await reply.text()).toHaveLength(1000);
});

it("sends no faster than the client takes it, and stops with it", async () => {
  const seen: FaultExchange[] = [];
  const body = hugeBody();
  await using server = await startFaultServer((exchange) => {
    seen.push(exchange);
    return body(exchange);
  });
  const socket = sendGet(server.url);
  await once(socket, "readable");
  await vi.waitFor(() => {
    expect(seen[0]?.response.writableNeedDrain).toBe(true);
  });
  expect(seen[0]?.socket.bytesWritten).toBeLessThan(32 * 1024 * 1024);
  expect(seen[0]?.response.writableLength).toBeLessThan(1024 * 1024);
  socket.destroy();
  await vi.waitFor(() => {
    expect(server.openSockets()).toBe(0);
  });
});

it("packs 100 MB into less than 100 kB", async () => {
  await using server = await startFaultServer(gzipBomb());
  const [reply] = (await once(get(server.url), "response")) as [IncomingMessage];
  const packed = await buffer(reply);
  expect(reply.headers["content-encoding"]).toBe("gzip");
  expect(packed.length).toBeLessThan(100_000);
  expect(gunzipSync(packed)).toHaveLength(100_000_000);
});
