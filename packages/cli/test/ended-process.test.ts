import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { runCommand } from "./run-command.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that takes connections and never says a word. */
async function startSilence(): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket.on("error", () => undefined))).listen(
    0,
    "127.0.0.1",
  );
  await once(server, "listening");
  closing.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

const telnyx = { TELNYX_API_KEY: "KEY_telnyx_secret_3", HOME: "/dev/null" };

describe("a process whose report is out", () => {
  // Without an end of its own it would wait for the handshake or the proxy: 10 s and more, beyond this test's time.
  const withinMs = 9_000;

  it("does not wait for a TLS handshake that stalls", { timeout: withinMs }, async () => {
    const port = await startSilence();
    const environment = { ...telnyx, TELNYX_BASE_URL: `https://127.0.0.1:${port}` };
    expect((await runCommand(["read", "--timeout", "300ms"], environment)).code).toBe(4);
  });

  it("does not wait for a proxy that never answers CONNECT", { timeout: withinMs }, async () => {
    const port = await startSilence();
    const environment = { ...telnyx, HTTPS_PROXY: `http://127.0.0.1:${port}`, NODE_USE_ENV_PROXY: "1" };
    const { code, stdout } = await runCommand(["read", "--timeout", "300ms"], environment);
    expect(code).toBe(4);
    expect(stdout).toContain("FAILED timeout");
  });
});
