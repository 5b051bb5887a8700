import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { expositionType } from "./exposition.ts";
import { scrapeDeadlineMs } from "./within-scrape.ts";

export interface MetricsServerOptions {
  readonly host: string;
  readonly port: number;
  /** Gives the metrics in the text format, within so many milliseconds. */
  readonly metrics: (withinMs: number) => Promise<string>;
  /** Told of an error while answering; the asker gets a 500. */
  readonly onError: (error: unknown) => void;
}

/** A server that was started. */
export interface MetricsServer extends AsyncDisposable {
  /** For instance `http://127.0.0.1:9780`. */
  readonly url: string;
}

const compress = promisify<string, Buffer>(gzip);
const leastToCompress = 1_024;

const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** Starts to answer. Rejects when the port is taken. */
export async function startMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  const { host, port } = options;
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      options.onError(error);
      if (response.headersSent) response.destroy();
      else reply(response, 500, "the metrics could not be made\n");
    });
  });
  server.listen(port, host);
  await once(server, "listening");
  return { url: urlOf(server, host), [Symbol.asyncDispose]: () => close(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { host, metrics }: MetricsServerOptions,
): Promise<void> {
  if (!isForUs(request, host)) return reply(response, 403, "this server answers to its own name only\n");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return reply(response, 405, "only GET and HEAD\n");
  }
  const [path] = (request.url ?? "").split("?");
  if (path === "/metrics") {
    const text = await metrics(scrapeDeadlineMs(request.headers));
    return replyCompressed(request, response, text, expositionType);
  }
  if (path === "/healthz") return reply(response, 200, "ok\n");
  if (path !== "/") return reply(response, 404, "there are /metrics and /healthz\n");
  return reply(response, 200, "openbalance: /metrics for Prometheus, /healthz for health checks\n");
}

/** A page from elsewhere could make a browser ask a loopback server under a name of its own. */
function isForUs({ headers }: IncomingMessage, host: string): boolean {
  return !isLoopback(host) || headers.host === undefined || loopbackNames.test(headers.host);
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Compressed for who takes it, as Prometheus does: the same labels again and again become a tenth. */
async function replyCompressed(
  { headers }: IncomingMessage,
  response: ServerResponse,
  text: string,
  contentType: string,
): Promise<void> {
  response.setHeader("vary", "accept-encoding");
  const isWanted = /\bgzip\b(?!;\s*q=0(\.0*)?(,|$))/.test(headers["accept-encoding"] ?? "");
  if (!isWanted || text.length < leastToCompress) return reply(response, 200, text, contentType);
  response.setHeader("content-encoding", "gzip");
  reply(response, 200, await compress(text), contentType);
}

function reply(
  response: ServerResponse,
  status: number,
  text: string | Buffer,
  contentType: string = "text/plain; charset=utf-8",
): void {
  response.writeHead(status, {
    "content-type": contentType,
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(text);
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
