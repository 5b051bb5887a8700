import type { Transform } from "node:stream";
import type * as Zlib from "node:zlib";

// As many as Node's fetch undoes; more are an attack.
const mostCodings = 5;

/**
 * What undoes the content codings of a reply, the outermost first, as Node's fetch does: a body that was cut short is
 * read as far as it goes. Empty where there is nothing to undo, and for a coding that nobody knows, which fetch passes on
 * as it is.
 */
export function createDecoders(contentEncoding: string | null): readonly Transform[] {
  if (contentEncoding === null) return [];
  const codings = contentEncoding.toLowerCase().split(",", mostCodings + 1);
  const decoders = codings.toReversed().map((coding) => createDecoder(coding.trim()));
  const known = decoders.filter((decoder) => decoder !== undefined);
  return known.length === codings.length && known.length <= mostCodings ? known : [];
}

function createDecoder(coding: string): Transform | undefined {
  // Not imported: browsers have none, and this file is in their bundles too.
  const zlib = process.getBuiltinModule("node:zlib");
  const { constants } = zlib;
  const flush = constants.Z_SYNC_FLUSH;
  const brotliFlush = constants.BROTLI_OPERATION_FLUSH;
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return zlib.createGunzip({ flush, finishFlush: flush });
    case "deflate":
      return createInflate(zlib, { flush, finishFlush: flush });
    case "br":
      return zlib.createBrotliDecompress({ flush: brotliFlush, finishFlush: brotliFlush });
    default:
      return undefined;
  }
}

/** Some servers send deflate without its envelope, which the first byte tells. */
function createInflate(zlib: typeof Zlib, options: Zlib.ZlibOptions): Transform {
  const { Transform } = process.getBuiltinModule("node:stream");
  let inflate: Transform | undefined;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      if (inflate === undefined) {
        const isEnveloped = ((chunk[0] ?? 0) & 0x0f) === 0x08;
        inflate = isEnveloped ? zlib.createInflate(options) : zlib.createInflateRaw(options);
        inflate.on("data", (piece) => this.push(piece)).on("error", (error) => this.destroy(error));
      }
      inflate.write(chunk, () => done());
    },
    flush(done) {
      if (inflate === undefined) done();
      else inflate.on("end", () => done()).end();
    },
    destroy(error, done) {
      inflate?.destroy();
      done(error);
    },
  });
}
