import { expect, it } from "vitest";
import {
  badGzip,
  brotli,
  gzipped,
  invalidUtf8,
  latin1,
  startFaultServer,
  unknownEncoding,
  withByteOrderMark,
} from "../src/index.ts";
import { failureCode, readWire } from "./wire.ts";

const body = `{"balance":1.00,"note":"${"a".repeat(100)}"}`;

it.each([
  ["gzip", gzipped(body)],
  ["br", brotli(body)],
] as const)("packs the body with %s", async (encoding, fault) => {
  await using server = await startFaultServer(fault);
  const reply = await fetch(server.url);
  expect(reply.headers.get("content-encoding")).toBe(encoding);
  expect(await reply.text()).toBe(body);
  expect(await readWire(server.url)).not.toContain(body);
});

it("says gzip and sends plain JSON", async () => {
  await using server = await startFaultServer(badGzip(body));
  const wire = await readWire(server.url);
  expect(wire).toContain("content-encoding: gzip\r\n");
  expect(wire.endsWith(body)).toBe(true);
  const reply = await fetch(server.url);
  expect(await failureCode(reply.text())).toBe("Z_DATA_ERROR");
});

it("names an encoding that fetch leaves packed", async () => {
  await using server = await startFaultServer(unknownEncoding(body));
  const reply = await fetch(server.url);
  expect(reply.headers.get("content-encoding")).toBe("x-unknown");
  expect(Buffer.from(await reply.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.of(0x1f, 0x8b));
});

it("puts a byte order mark before the body", async () => {
  await using server = await startFaultServer(withByteOrderMark(body));
  expect((await readWire(server.url)).endsWith(`\r\n\r\n\u00ef\u00bb\u00bf${body}`)).toBe(true);
});

it.each([
  ["bytes that are no UTF-8", invalidUtf8()],
  ["Latin-1 under a JSON content type", latin1()],
] as const)("sends %s", async (_name, fault) => {
  await using server = await startFaultServer(fault);
  const reply = await fetch(server.url);
  const bytes = await reply.arrayBuffer();
  expect(reply.headers.get("content-type")).toBe("application/json");
  expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow(TypeError);
});
