import type { BalanceErrorCode } from "../errors/balance-error.ts";
import type { Content } from "../reply/json-content.ts";
import { isSuccess, problemFromCode } from "../reply/problem.ts";
import { sleep, type Race } from "./race.ts";

const bodyLimitBytes = 1024 * 1024;
const errorBodyLimitBytes = 64 * 1024;
const mostPiecesAtOnce = 1_000;

/** Reads a body as strict UTF-8, decoded, and stops at the limit: 1 MiB, or 64 KiB of an error. */
export async function readBoundedText(
  response: Response,
  race: Pick<Race<never>, "onEnd">,
): Promise<Content> {
  if (response.body === null) return { text: "" };
  const limitBytes = isSuccess(response.status) ? bodyLimitBytes : errorBodyLimitBytes;
  const reader = response.body.getReader();
  // Not awaited anywhere: the other side may never acknowledge, and the socket is torn down all the same.
  let isCancelled = false;
  const cancel = (): void => {
    isCancelled = true;
    reader.cancel().catch(() => undefined);
  };
  // A fetch of the caller's own may not know the signal, or may have forgotten it with its request.
  race.onEnd = cancel;
  let read: Uint8Array | undefined;
  let length = 0;
  for (let pieces = 1; ; pieces += 1) {
    const { done, value } = await reader.read();
    if (done) return decode(read?.subarray(0, length));
    const chunk = bytesOf(value);
    if (chunk === undefined || length + chunk.length > limitBytes) {
      cancel();
      return chunk ? refused("too_large", `the body exceeds ${limitBytes} bytes`) : noText;
    }
    // Most bodies come in one piece, which is not copied.
    read = read ? appended(read, length, chunk) : chunk;
    length += chunk.length;
    // A stream that is never short of pieces, empty ones for instance, would let nothing else run, no deadline either.
    if (pieces % mostPiecesAtOnce === 0) await sleep(0, undefined);
    // Nobody waits for it any more, and a stream of the caller's own may go on all the same.
    if (isCancelled) return noText;
  }
}

/** A stream of the caller's own may give anything, also bytes of another realm, which are no instance of ours. */
function bytesOf(chunk: unknown): Uint8Array | undefined {
  if (chunk instanceof Uint8Array) return chunk;
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const { byteLength } = Object(chunk) as Partial<ArrayBuffer>;
  return byteLength === undefined ? undefined : new Uint8Array(chunk as ArrayBuffer);
}

/** The bytes with others behind them, in a buffer that doubles: pieces may be many and small. */
function appended(read: Uint8Array, length: number, chunk: Uint8Array): Uint8Array {
  const needed = length + chunk.length;
  const buffer = needed > read.length ? new Uint8Array(2 * needed) : read;
  if (buffer !== read) buffer.set(read);
  buffer.set(chunk, length);
  return buffer;
}

/** At once, since a decoder that is fed piece by piece costs more than the rest of the reading. */
function decode(bytes: Uint8Array | undefined): Content {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return noText;
  }
}

function refused(code: BalanceErrorCode, reason: string): Content {
  return { text: "", problem: problemFromCode(code, { reason }) };
}

const noText: Content = refused("bad_response", "the body is not UTF-8");
