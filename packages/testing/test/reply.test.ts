import { expect, it } from "vitest";
import {
  deepNesting,
  emptyBody,
  htmlPage,
  redirectTo,
  replyBytes,
  replyJson,
  replyText,
  startFaultServer,
  status,
} from "../src/index.ts";
import { readWire } from "./wire.ts";

it("sends the body byte for byte", async () => {
  const body = '{"balance": 90071992547409931.10, "balance" : -0, }';
  await using server = await startFaultServer(replyJson(body));
  expect((await readWire(server.url)).endsWith(`\r\n\r\n${body}`)).toBe(true);
});

it("prints anything but text as JSON", async () => {
  await using server = await startFaultServer(replyJson({ balance: "1.00" }));
  const reply = await fetch(server.url);
  expect(reply.headers.get("content-type")).toBe("application/json");
  expect(await reply.text()).toBe('{"balance":"1.00"}');
});

it("sends bytes and plain text as they are", async () => {
  await using server = await startFaultServer(replyBytes(Buffer.of(0, 255, 128)), replyText("ü"));
  expect(new Uint8Array(await (await fetch(server.url)).arrayBuffer())).toEqual(
    new Uint8Array([0, 255, 128]),
  );
  const reply = await fetch(server.url);
  expect(reply.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await reply.text()).toBe("ü");
});

it("lets the given status and headers win", async () => {
  const headers = { "Content-Type": "application/problem+json", "x-two": ["1", "2"] };
  await using server = await startFaultServer(replyJson({}, { status: 418, headers }));
  const wire = await readWire(server.url);
  expect(wire).toContain("HTTP/1.1 418 I'm a Teapot\r\n");
  expect(wire.match(/content-type/gi)).toHaveLength(1);
  expect(wire).toContain("x-two: 1\r\nx-two: 2\r\n");
});

it("answers with a status and a body that names it", async () => {
  await using server = await startFaultServer(status(503), status(422, { code: 4002 }));
  const first = await fetch(server.url);
  expect([first.status, await first.json()]).toEqual([503, { error: "Service Unavailable" }]);
  expect(await (await fetch(server.url)).json()).toEqual({ code: 4002 });
});

it("answers with a web page", async () => {
  await using server = await startFaultServer(htmlPage(502));
  const reply = await fetch(server.url);
  expect([reply.status, reply.headers.get("content-type")]).toEqual([502, "text/html; charset=utf-8"]);
  expect(await reply.text()).toContain("<!doctype html>");
});

it.each([200, 204])("answers %i with no body", async (code) => {
  await using server = await startFaultServer(emptyBody(code));
  const wire = await readWire(server.url);
  expect(wire.startsWith(`HTTP/1.1 ${code} `)).toBe(true);
  expect(wire.endsWith("\r\n\r\n")).toBe(true);
});

it("nests arrays as deep as it was told", async () => {
  await using server = await startFaultServer(deepNesting(200_000));
  const body = await (await fetch(server.url)).text();
  expect(body).toHaveLength(400_000);
  expect(body.lastIndexOf("[")).toBe(199_999);
});

it.each([301, 302, 303, 307, 308])("redirects with %i", async (code) => {
  await using server = await startFaultServer(redirectTo("https://other.example/a", code));
  const reply = await fetch(server.url, { redirect: "manual" });
  expect([reply.status, reply.headers.get("location")]).toEqual([code, "https://other.example/a"]);
});

it("redirects to nowhere when it has no location", async () => {
  await using server = await startFaultServer(redirectTo());
  const reply = await fetch(server.url, { redirect: "manual" });
  expect([reply.status, reply.headers.get("location")]).toEqual([302, null]);
});
