import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "../fault.ts";
import { setHead } from "./reply.ts";

/** Sends the headers and the start of a body, and nothing more. */
export function stallBody(start = '{"balance":'): Fault {
  const announced = Buffer.byteLength(start) + 1000;
  return ({ response }) => {
    setHead(response, "application/json", { headers: { "content-length": String(announced) } });
    response.write(start);
  };
}

/** Sends the body one byte every so many milliseconds. */
export function dripBody(body: string | Uint8Array, everyMs: number): Fault {
  const bytes = Buffer.from(body);
  return async ({ response, socket }) => {
    setHead(response, "application/json", { headers: { "content-length": String(bytes.length) } });
    response.flushHeaders();
    for (const byte of bytes) {
      // The wait alone must not keep the process alive once the client is gone.
      await delay(everyMs, undefined, { ref: false });
      if (socket.destroyed) return;
      response.write(Buffer.of(byte));
    }
    response.end();
  };
}
