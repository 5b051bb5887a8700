const bodyLimitBytes = 1024 * 1024;
const errorBodyLimitBytes = 64 * 1024;

/** The text of a body, or why there is none. */
export type BodyText =
  | { readonly text: string }
  | { readonly failure: "too_large" | "not_utf8"; readonly limitBytes: number };

/** Reads a body as strict UTF-8, decoded, and stops at the limit: 1 MiB, or 64 KiB of an error. */
export async function readBoundedText(response: Response, signal: AbortSignal): Promise<BodyText> {
  const limitBytes = response.ok ? bodyLimitBytes : errorBodyLimitBytes;
  if (response.body === null) return { text: "" };
  const reader = response.body.getReader();
  // Not awaited anywhere: the other side may never acknowledge, and the socket is torn down all the same.
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  // A fetch of the caller's own may not know the signal, or may have forgotten it with its request.
  signal.addEventListener("abort", cancel, { once: true });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (!done) bytes += value.byteLength;
    if (bytes > limitBytes) {
      cancel();
      return { failure: "too_large", limitBytes };
    }
    try {
      text += done ? decoder.decode() : decoder.decode(value, { stream: true });
    } catch {
      cancel();
      return { failure: "not_utf8", limitBytes };
    }
    if (done) return { text };
  }
}
