import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Server as SecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Fault, RecordedRequest } from "./fault.ts";
import { sequence } from "./faults/sequence.ts";

export interface FaultServer extends AsyncDisposable {
  /** For instance `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Every request whose body arrived, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Replaces the script; the first fault given answers the next request. */
  play(...faults: readonly Fault[]): void;
  /** How many connections clients hold open now. */
  openSockets(): number;
  /** Destroys every connection and frees the port. */
  close(): Promise<void>;
}

/** Starts a server on loopback that plays the faults in order, one a request; the last one repeats. */
export async function startFaultServer(...faults: readonly Fault[]): Promise<FaultServer> {
  return listen(createServer(), "http", faults);
}

/** Makes a fault server of an HTTP or HTTPS server that does not listen yet. */
export async function listen(
  server: Server | SecureServer,
  scheme: "http" | "https",
  faults: readonly Fault[],
): Promise<FaultServer> {
  // A server that closes idle connections when it likes would be a fault nobody asked for.
  server.keepAliveTimeout = 0;
  const sockets = trackSockets(server);
  const requests: RecordedRequest[] = [];
  let script = sequence(...faults);
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    void answer(request, response, requests, () => script);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = (): Promise<void> => closeServer(server, sockets);
  return {
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    play: (...next) => {
      script = sequence(...next);
    },
    openSockets: () => sockets.size,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function trackSockets(server: Server | SecureServer): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return sockets;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requests: RecordedRequest[],
  script: () => Fault,
): Promise<void> {
  const { socket } = request;
  try {
    const recorded = await record(request);
    requests.push(recorded);
    await script()({ request: recorded, response, socket });
  } catch (error) {
    // A client that hangs up in the middle is what most faults are about.
    if (!socket.destroyed) throw error;
  }
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const at = Date.now();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? "",
    rawUrl: request.url ?? "",
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    body: Buffer.concat(chunks).toString("utf8"),
    at,
  };
}

async function closeServer(server: Server | SecureServer, sockets: ReadonlySet<Socket>): Promise<void> {
  if (!server.listening) return;
  const closed = [once(server, "close"), ...[...sockets].map((socket) => once(socket, "close"))];
  server.close();
  for (const socket of sockets) socket.destroy();
  await Promise.all(closed);
}
