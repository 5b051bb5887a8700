import { get } from "node:http";
import { once } from "node:events";
import { expect, it } from "vitest";
import {
  dateHeader,
  earlyHints,
  garbage,
  hugeHeader,
  illegalHeaderByte,
  replyJson,
  startFaultServer,
} from "../src/index.ts";
import { failureCode, readWire } from "./wire.ts";

it("sends 103 before the answer", async () => {
  await using server = await startFaultServer(earlyHints(replyJson('{"a":1}')));
  const wire = await readWire(server.url);
  expect(wire).toMatch(/^HTTP\/1\.1 103 Early Hints\r\nLink: .+\r\n\r\nHTTP\/1\.1 200 OK\r\n/i);
  const request = get(server.url);
  const [hints] = (await once(request, "information")) as [{ statusCode: number }];
  expect(hints.statusCode).toBe(103);
  expect(await (await fetch(server.url)).text()).toBe('{"a":1}');
});

it("sends the wrong date and no other", async () => {
  const date = new Date("2026-01-02T03:04:05Z");
  await using server = await startFaultServer(dateHeader(date, replyJson({})));
  const wire = await readWire(server.url);
  expect(wire.match(/^date: .*$/gim)).toEqual(["date: Fri, 02 Jan 2026 03:04:05 GMT"]);
});

it("puts a byte no header may hold into a header", async () => {
  await using server = await startFaultServer(illegalHeaderByte());
  expect(await readWire(server.url)).toContain("x-illegal: a\0b\r\n");
  expect(await failureCode(fetch(server.url))).toContain("Invalid header value char");
});

it("sends a header of 40 kB", async () => {
  await using server = await startFaultServer(hugeHeader());
  expect(await readWire(server.url)).toMatch(/^x-huge: a{40000}\r$/m);
  expect(await failureCode(fetch(server.url))).toBe("UND_ERR_HEADERS_OVERFLOW");
});

it("sends what is no HTTP", async () => {
  await using server = await startFaultServer(garbage());
  expect(await readWire(server.url)).not.toContain("HTTP/1.1");
  expect(await failureCode(fetch(server.url))).toContain("Expected HTTP/");
});
