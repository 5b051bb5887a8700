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

/** Something that holds the process for ever, as a handshake or a proxy does for 10 s and more. */
const held = "--import=data:text/javascript,setInterval(()=>undefined,3600000)";

describe("a process whose report is out", () => {
  it("does not wait for a TLS handshake that stalls, nor for anything else", async () => {
    const port = await startSilence();
    const environment = { ...telnyx, TELNYX_BASE_URL: `https://127.0.0.1:${port}`, NODE_OPTIONS: held };
    expect((await runCommand(["read", "--timeout", "300ms"], environment)).code).toBe(4);
  });

  it("does not wait for a proxy that never answers CONNECT", async () => {
    const port = await startSilence();
    const proxy = { HTTPS_PROXY: `http://127.0.0.1:${port}`, NODE_USE_ENV_PROXY: "1" };
    const environment = { ...telnyx, ...proxy, NODE_OPTIONS: held };
    const { code, stdout } = await runCommand(["read", "--timeout", "300ms"], environment);
    expect(code).toBe(4);
    expect(stdout).toContain("FAILED timeout");
  });
});
