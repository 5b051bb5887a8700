import { once } from "node:events";
import { expect, it } from "vitest";
import { dripBody, stallBody, startFaultServer } from "../src/index.ts";
import { readUntil, sendGet } from "./wire.ts";

it("sends the start of a body and keeps the connection open", async () => {
  await using server = await startFaultServer(stallBody('{"balance":'));
  const received = await readUntil(sendGet(server.url), '{"balance":');
  expect(received).toContain("HTTP/1.1 200 OK\r\n");
  expect(received).toMatch(/content-length: 1011\r\n/i);
  expect(received.endsWith('\r\n\r\n{"balance":')).toBe(true);
  expect(server.openSockets()).toBe(1);
});

it("drips the body one byte at a time", async () => {
  await using server = await startFaultServer(dripBody("abcdef", 20));
  const reply = await fetch(server.url);
  const pieces: string[] = [];
  for await (const piece of reply.body ?? []) pieces.push(Buffer.from(piece).toString());
  expect(pieces).toEqual(["a", "b", "c", "d", "e", "f"]);
});

it("stops dripping when the client has gone", async () => {
  await using server = await startFaultServer(dripBody("a".repeat(10_000), 5));
  const socket = sendGet(server.url);
  await readUntil(socket, "aaa");
  socket.destroy();
  await once(socket, "close");
  await server.close();
  expect(server.openSockets()).toBe(0);
});
