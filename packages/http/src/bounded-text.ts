import type { BalanceErrorCode } from "./balance-error.ts";
import type { Bound } from "./within.ts";
import { problemFromCode, type Problem } from "./problem.ts";

const bodyLimitBytes = 1024 * 1024;
const errorBodyLimitBytes = 64 * 1024;

/** What a body holds. */
export interface Content {
  /** Empty when it could not be read. */
  readonly text: string;
  /** What `JSON.parse` makes of the text; absent when it is not JSON. */
  readonly body?: unknown;
  /** Why it is no answer. */
  readonly problem?: Problem;
}

/** Reads a body as strict UTF-8, decoded, and stops at the limit: 1 MiB, or 64 KiB of an error. */
export async function readBoundedText(
  response: Response,
  bound: Pick<Bound<never>, "onEnd">,
): Promise<Content> {
  if (response.body === null) return { text: "" };
  const limitBytes = response.ok ? bodyLimitBytes : errorBodyLimitBytes;
  const reader = response.body.getReader();
  // Not awaited anywhere: the other side may never acknowledge, and the socket is torn down all the same.
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  // A fetch of the caller's own may not know the signal, or may have forgotten it with its request.
  bound.onEnd = cancel;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return decode(chunks, bytes);
    chunks.push(value);
    bytes += value.byteLength;
    if (bytes > limitBytes) {
      cancel();
      return refused("too_large", `the body exceeds ${limitBytes} bytes`);
    }
  }
}

/** At once, since a decoder that is fed piece by piece costs more than the rest of the reading. */
function decode(chunks: readonly Uint8Array[], bytes: number): Content {
  try {
    const [first] = chunks;
    if (first === undefined) return { text: "" };
    const whole = chunks.length === 1 ? first : joined(chunks, bytes);
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(whole) };
  } catch {
    return refused("bad_response", "the body is not UTF-8");
  }
}

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function refused(code: BalanceErrorCode, reason: string): Content {
  return { text: "", problem: problemFromCode(code, { reason }) };
}
