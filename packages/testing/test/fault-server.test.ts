import { once } from "node:events";
import { expect, it, vi } from "vitest";
import {
  everySecond,
  forever,
  neverAnswer,
  replyJson,
  replyText,
  sequence,
  startFaultServer,
  status,
} from "../src/index.ts";
import { readWire, sendGet } from "./wire.ts";

async function answers(url: string, count: number): Promise<readonly string[]> {
  const texts: string[] = [];
  while (texts.length < count) texts.push(await (await fetch(url)).text());
  return texts;
}

it("plays the faults in order and repeats the last one", async () => {
  await using server = await startFaultServer(replyText("a"), replyText("b"));
  expect(await answers(server.url, 4)).toEqual(["a", "b", "b", "b"]);
});

it("starts the new script at its first fault", async () => {
  await using server = await startFaultServer(replyText("a"), replyText("b"));
  await answers(server.url, 1);
  server.play(replyText("c"), replyText("d"));
  expect(await answers(server.url, 3)).toEqual(["c", "d", "d"]);
  expect(server.requests).toHaveLength(4);
});

it("plays a sequence inside an alternation", async () => {
  const fault = everySecond(sequence(replyText("a"), replyText("b")), forever(replyText("-")));
  await using server = await startFaultServer(fault);
  expect(await answers(server.url, 5)).toEqual(["a", "-", "b", "-", "b"]);
});

it("answers 500 when it was given nothing to play", async () => {
  await using server = await startFaultServer();
  expect((await fetch(server.url)).status).toBe(500);
});

it("records the request target as it came on the wire", async () => {
  await using server = await startFaultServer(replyJson({}));
  await readWire(server.url, "/v1/../a%2fb/%2e%2E//c?x=%zz");
  expect(server.requests.map((request) => request.rawUrl)).toEqual(["/v1/../a%2fb/%2e%2E//c?x=%zz"]);
});

it("records method, headers and body", async () => {
  await using server = await startFaultServer(replyJson({}));
  const before = Date.now();
  await fetch(`${server.url}/token`, {
    method: "POST",
    headers: { "X-Api-Key": "k" },
    body: '{"apiKey":"ü"}',
  });
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "POST", rawUrl: "/token", body: '{"apiKey":"ü"}' });
  expect(request?.headers["x-api-key"]).toBe("k");
  expect(request?.rawHeaders).toContain("host");
  expect(request?.at).toBeGreaterThanOrEqual(before);
});

it("records a request it never answers", async () => {
  await using server = await startFaultServer(neverAnswer());
  sendGet(server.url);
  await vi.waitFor(() => {
    expect(server.requests).toHaveLength(1);
  });
});

it("keeps a connection open between requests", async () => {
  await using server = await startFaultServer(status(503), replyJson({}));
  const socket = sendGet(server.url);
  await once(socket, "data");
  expect(server.openSockets()).toBe(1);
  socket.destroy();
  await vi.waitFor(() => {
    expect(server.openSockets()).toBe(0);
  });
});

it("destroys every connection when it closes, and closes twice without complaint", async () => {
  const server = await startFaultServer(neverAnswer());
  const socket = sendGet(server.url);
  const closed = once(socket, "close");
  await vi.waitFor(() => {
    expect(server.openSockets()).toBe(1);
  });
  await server.close();
  await server.close();
  await closed;
  expect(server.openSockets()).toBe(0);
});
