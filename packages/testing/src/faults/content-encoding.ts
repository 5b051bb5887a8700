import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Fault } from "../fault.ts";
import { encodeJson, replyBytes, type ReplyOptions } from "./reply.ts";

/** Answers with this JSON, gzipped. */
export function gzipped(body: unknown, options: ReplyOptions = {}): Fault {
  return encoded("gzip", gzipSync(encodeJson(body)), options);
}

/** Answers with this JSON, packed with Brotli. */
export function brotli(body: unknown, options: ReplyOptions = {}): Fault {
  return encoded("br", brotliCompressSync(encodeJson(body)), options);
}

/** Says gzip and sends plain JSON. */
export function badGzip(body: unknown = { balance: "1.00" }): Fault {
  return encoded("gzip", encodeJson(body), {});
}

/** Says an encoding nobody knows, and sends bytes that are no JSON until they are unpacked. */
export function unknownEncoding(body: unknown = { balance: "1.00" }): Fault {
  return encoded("x-unknown", gzipSync(encodeJson(body)), {});
}

function encoded(encoding: string, bytes: Uint8Array, { headers, ...options }: ReplyOptions): Fault {
  return replyBytes(bytes, {
    ...options,
    headers: { "content-type": "application/json", "content-encoding": encoding, ...headers },
  });
}
