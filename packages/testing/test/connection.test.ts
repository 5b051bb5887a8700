import { once } from "node:events";
import { expect, it, vi } from "vitest";
import {
  closeAfter,
  closeBeforeHeaders,
  everySecond,
  neverAnswer,
  replyJson,
  resetBeforeHeaders,
  startFaultServer,
} from "../src/index.ts";
import { failureCode, readUntil, readWire, sendGet } from "./wire.ts";

it("resets the connection before any byte", async () => {
  await using server = await startFaultServer(resetBeforeHeaders());
  const [error] = (await once(sendGet(server.url), "error", {})) as [NodeJS.ErrnoException];
  expect(error.code).toBe("ECONNRESET");
  expect(await failureCode(fetch(server.url))).toBe("ECONNRESET");
});

it("closes the connection in good order before any byte", async () => {
  await using server = await startFaultServer(closeBeforeHeaders());
  expect(await readWire(server.url)).toBe("");
  expect(await failureCode(fetch(server.url))).toBe("UND_ERR_SOCKET");
});

it("takes the request and sends nothing", async () => {
  await using server = await startFaultServer(neverAnswer());
  const socket = sendGet(server.url);
  await vi.waitFor(() => {
    expect(server.requests).toHaveLength(1);
  });
  expect([socket.bytesRead, server.openSockets()]).toEqual([0, 1]);
});

it("closes the connection after an answer that promised to keep it", async () => {
  await using server = await startFaultServer(closeAfter(replyJson({})));
  const socket = sendGet(server.url);
  const received = await readUntil(socket, "{}");
  expect(received.toLowerCase()).toContain("connection: keep-alive");
  socket.resume();
  await once(socket, "end");
});

it("closes every second connection", async () => {
  await using server = await startFaultServer(everySecond(replyJson({}), closeBeforeHeaders()));
  expect((await fetch(server.url)).status).toBe(200);
  expect(await failureCode(fetch(server.url))).toBe("UND_ERR_SOCKET");
  expect((await fetch(server.url)).status).toBe(200);
});
