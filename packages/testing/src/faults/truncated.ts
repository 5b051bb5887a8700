import type { Fault } from "../fault.ts";
import { rawReply } from "./raw-reply.ts";

const ok = "HTTP/1.1 200 OK";
const json = "content-type: application/json";

/** Announces more bytes than it sends, then closes the connection. */
export function truncatedBody(sent = '{"balance":"1', missingBytes = 10): Fault {
  const announced = Buffer.byteLength(sent) + missingBytes;
  return rawReply([ok, json, `content-length: ${announced}`], sent);
}

/** Closes the connection in the middle of a chunked body. */
export function truncatedChunks(sent = '{"balance":"1'): Fault {
  const size = Buffer.byteLength(sent).toString(16);
  return rawReply([ok, json, "transfer-encoding: chunked"], `${size}\r\n${sent}\r\n`);
}
