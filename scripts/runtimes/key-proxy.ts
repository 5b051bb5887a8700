import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Addresses, WitnessSettings } from "./witness-servers.ts";
import { vendorHeaders } from "./vendor-headers.ts";

export interface KeyProxy extends AsyncDisposable {
  readonly url: string;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
};

/**
 * Serves a built page and stands between it and the vendors: what the page asks of `/vendors/<vendor>/…` goes
 * on with the keys, which the page never sees. It can only read.
 */
export async function startKeyProxy(site: string, settings: WitnessSettings): Promise<KeyProxy> {
  const server = createServer((request, response) => {
    answer(request, response, site, settings).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close").catch(() => undefined);
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: string,
  settings: WitnessSettings,
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? "/", "http://proxy.invalid");
  const [, kind = "", name = "", ...rest] = pathname.split("/");
  const below = `/${rest.join("/")}${search}`;
  const vendor = settings.urls[name];
  const fault = settings.faults[name];
  if (request.method !== "GET") response.writeHead(405).end();
  else if (kind === "vendors" && vendor !== undefined) {
    await passOn(response, vendor + below, await vendorHeaders(name, below, settings));
  } else if (kind === "faults" && fault !== undefined) await passOn(response, fault + below, {});
  else if (pathname === "/settings.json") sendFile(response, ".json", JSON.stringify(pageSettings(settings)));
  else {
    const file = pathname === "/" ? "/index.html" : pathname;
    sendFile(response, extname(file), await readFile(join(site, file)));
  }
}

/** What the page may know: paths of this proxy, and words in place of keys. */
function pageSettings({ urls, faults }: WitnessSettings): WitnessSettings {
  const held = "held-by-the-proxy";
  return {
    urls: pathsOf("vendors", urls),
    faults: pathsOf("faults", faults),
    keys: {
      bytenite: { accessToken: held },
      flexprice: { apiKey: held, walletId: "wallet_01J9ZQ4N" },
      telnyx: { apiKey: held },
      glyphrun: { token: held },
      bitfront: { apiKey: held, apiSecret: held },
    },
  };
}

function pathsOf(folder: string, addresses: Addresses): Addresses {
  return Object.fromEntries(Object.keys(addresses).map((name) => [name, `/${folder}/${name}`]));
}

async function passOn(
  response: ServerResponse,
  target: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const hungUp = new AbortController();
  response.once("close", () => hungUp.abort());
  const reply = await fetch(target, {
    headers: { accept: "application/json", ...headers },
    redirect: "manual",
    signal: hungUp.signal,
  });
  const kept = ["content-type", "location", "retry-after"].flatMap((name) => {
    const value = reply.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  response.writeHead(reply.status, Object.fromEntries(kept));
  if (reply.body === null) response.end();
  else await pipeline(Readable.fromWeb(reply.body), response);
}

function sendFile(response: ServerResponse, extension: string, content: string | Buffer): void {
  response.writeHead(200, { "content-type": types[extension] ?? "application/octet-stream" }).end(content);
}
