import type { BalanceErrorCode } from "./balance-error.ts";
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
export async function readBoundedText(response: Response, signal: AbortSignal): Promise<Content> {
  if (response.body === null) return { text: "" };
  const limitBytes = response.ok ? bodyLimitBytes : errorBodyLimitBytes;
  const reader = response.body.getReader();
  // Not awaited anywhere: the other side may never acknowledge, and the socket is torn down all the same.
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  const refuse = (code: BalanceErrorCode, reason: string): Content => {
    cancel();
    return { text: "", problem: problemFromCode(code, { reason }) };
  };
  // A fetch of the caller's own may not know the signal, or may have forgotten it with its request.
  signal.addEventListener("abort", cancel, { once: true });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (!done) bytes += value.byteLength;
    if (bytes > limitBytes) {
      return refuse("too_large", `the body exceeds ${limitBytes} bytes`);
    }
    try {
      text += decoder.decode(value, { stream: !done });
    } catch {
      return refuse("bad_response", "the body is not UTF-8");
    }
    if (done) return { text };
  }
}
