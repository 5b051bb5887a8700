import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { runTool } from "../run-tool.ts";

export interface RedisServer extends AsyncDisposable {
  readonly url: string;
  readonly version: string;
  /** How many fields a hash has. */
  hashLength(key: string): Promise<number>;
}

/** Starts a Redis server of the system on a free loopback port, without a file; undefined where there is none. */
export async function startRedis(folder: string): Promise<RedisServer | undefined> {
  const version = await runTool("redis-server", ["--version"], folder).catch(() => undefined);
  if (version === undefined) return undefined;
  const port = await freePort();
  const settings = ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", settings, { cwd: folder, stdio: "ignore" });
  const ended = once(child, "exit");
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await runTool("redis-cli", ["-p", String(port), "ping"], folder).catch(() => "");
    if (answer.includes("PONG")) break;
    await wait(50);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    hashLength: async (key) => Number(await runTool("redis-cli", ["-p", String(port), "hlen", key], folder)),
    version: /v=([\d.]+)/.exec(version)?.[1] ?? version,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
