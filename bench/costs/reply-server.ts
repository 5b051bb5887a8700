// A process of its own: one port for every reply it is sent, answered at once and the same each time.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

process.on("message", (replies: readonly string[]) => {
  void Promise.all(replies.map(listen)).then((ports) => process.send?.(ports));
});
process.on("disconnect", () => process.exit());

async function listen(reply: string): Promise<number> {
  const body = Buffer.from(reply);
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "content-length": String(body.length),
    "cache-control": "no-store",
    "x-request-id": "6b1f6f3e-1d0a-4a5e-9f43-0f6f0a4c7d11",
  };
  const server = createServer((_request, response) => {
    response.writeHead(200, headers).end(body);
  });
  // A connection that is closed between two rounds would be measured with the next one.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
