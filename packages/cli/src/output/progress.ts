import type { OutputStream } from "../runtime/command-context.ts";

/** A line that says what is under way, and that is gone when it is over. */
export interface Progress extends Disposable {
  show(done: number, total: number, underWay: readonly string[]): void;
}

const clearLine = "\r\u001b[K";

/** A progress line for a terminal; nothing at all for anything else. */
export function createProgress(stream: OutputStream): Progress {
  let isShown = false;
  return {
    show(done, total, underWay) {
      if (stream.isTTY !== true || total === 0) return;
      const text = `reading ${done} of ${total}: ${underWay.join(", ")}`;
      // A line that wraps could not be cleared again.
      stream.write(clearLine + text.slice(0, Math.max(1, (stream.columns ?? 80) - 1)));
      isShown = true;
    },
    [Symbol.dispose]() {
      if (isShown) stream.write(clearLine);
      isShown = false;
    },
  };
}
