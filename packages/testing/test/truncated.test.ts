import { expect, it } from "vitest";
import { startFaultServer, truncatedBody, truncatedChunks } from "../src/index.ts";
import { failureCode, readWire } from "./wire.ts";

it("announces more bytes than it sends", async () => {
  await using server = await startFaultServer(truncatedBody('{"a":"ü', 5));
  const wire = await readWire(server.url);
  const [head = "", body = ""] = wire.split("\r\n\r\n");
  expect(head).toContain("content-length: 13");
  expect(Buffer.from(body, "latin1").toString()).toBe('{"a":"ü');
  const reply = await fetch(server.url);
  expect(await failureCode(reply.text())).toBe("UND_ERR_SOCKET");
});

it("leaves out the last chunk", async () => {
  await using server = await startFaultServer(truncatedChunks("abc"));
  const wire = await readWire(server.url);
  expect(wire).toContain("transfer-encoding: chunked");
  expect(wire.endsWith("\r\n\r\n3\r\nabc\r\n")).toBe(true);
  const reply = await fetch(server.url);
  expect(await failureCode(reply.text())).toBe("UND_ERR_SOCKET");
});
