import { once } from "node:events";
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RunningServer } from "./prism.ts";

/** Starts a server that hands everything on to the mock, with this `Prefer` header where there is none. */
export async function startPreferFront(mock: RunningServer, prefer: string): Promise<RunningServer> {
  const front = createServer((request, response) => {
    handOn(request, response, mock.url, prefer);
  });
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    close: async () => {
      front.close();
      front.closeAllConnections();
      await mock.close();
    },
  };
}

function handOn(request: IncomingMessage, response: ServerResponse, origin: string, prefer: string): void {
  const { hostname, port } = new URL(origin);
  const onward = forward({
    hostname,
    port,
    method: request.method,
    path: request.url,
    headers: { prefer, ...request.headers },
  });
  onward.on("response", (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
  });
  onward.on("error", () => response.destroy());
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}
