import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGzip } from "node:zlib";
import type { Fault } from "../fault.ts";
import { replyBytes, setHead, type ReplyOptions } from "./reply.ts";

const mebibyte = 1024 * 1024;

/** Streams a JSON body of this many bytes, as fast as the client takes it and no faster. */
export function hugeBody(bytes: number = 64 * mebibyte, options: ReplyOptions = {}): Fault {
  return async ({ response }) => {
    setHead(response, "application/json", options);
    await pipeline(Readable.from(paddedJson(bytes)), response);
  };
}

/** Answers with about a thousandth of these bytes, gzipped: 100 MB travel as 97 kB. */
export function gzipBomb(bytes = 100_000_000): Fault {
  // Packed at the first request, and piece by piece, so that the bomb does not weigh on its own server.
  let packed: Promise<Buffer> | undefined;
  return async (exchange) => {
    packed ??= gzipStream(paddedJson(bytes));
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    await replyBytes(await packed, { headers })(exchange);
  };
}

async function gzipStream(chunks: Iterable<Buffer>): Promise<Buffer> {
  const gzip = Readable.from(chunks).pipe(createGzip({ strategy: constants.Z_RLE }));
  return Buffer.concat((await gzip.toArray()) as Buffer[]);
}

function* paddedJson(bytes: number): Generator<Buffer> {
  const start = Buffer.from('{"padding":"');
  const end = Buffer.from('"}');
  const chunk = Buffer.alloc(mebibyte / 4, "a");
  yield start;
  let left = bytes - start.length - end.length;
  for (; left > chunk.length; left -= chunk.length) yield chunk;
  yield chunk.subarray(0, Math.max(0, left));
  yield end;
}
