import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { stringify } from "yaml";
import { installOnDemand } from "../install-on-demand.ts";

export interface Registry extends AsyncDisposable {
  /** With a slash at its end. */
  readonly url: string;
  /** What an `.npmrc` has to say to install from it and publish to it. */
  readonly settings: string;
}

/**
 * Starts Verdaccio on loopback, with its storage in the folder given. It keeps this project's packages
 * for itself and hands on every other read to the public registry; nothing is ever published there.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  const { modules } = await installOnDemand("registry");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const configuration = join(folder, "verdaccio.yaml");
  await writeFile(configuration, stringify(settingsOf(folder)));
  const program = join(modules, "verdaccio/bin/verdaccio");
  const child = spawn(
    process.execPath,
    [program, "--config", configuration, "--listen", `127.0.0.1:${port}`],
    {
      cwd: folder,
      // As in runTool: the registry asks another one.
      env: { NODE_USE_SYSTEM_CA: "1", ...process.env },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const ended = once(child, "exit");
  const complaints = text(child.stderr);
  if (!(await answers(`${url}-/ping`, () => child.exitCode !== null))) {
    child.kill();
    throw new Error(`the registry did not start: ${await complaints}`);
  }
  return {
    url,
    settings: `registry=${url}\n//127.0.0.1:${port}/:_authToken=dry-run\n`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}

function settingsOf(folder: string): object {
  return {
    storage: join(folder, "storage"),
    uplinks: { public: { url: "https://registry.npmjs.org/", maxage: "60m" } },
    packages: {
      "@openbalance/*": { access: "$all", publish: "$all" },
      "**": { access: "$all", publish: "nobody", proxy: "public" },
    },
    log: { type: "stdout", level: "error" },
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

async function answers(url: string, isOver: () => boolean): Promise<boolean> {
  for (let attempt = 0; attempt < 300 && !isOver(); attempt += 1) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok) return true;
    await wait(100);
  }
  return false;
}
