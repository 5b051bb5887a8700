const longestTimerMs = 2 ** 31 - 1;

/**
 * Does work that may never end: rejects with a `TimeoutError` once the time is up, and with the signal's reason once
 * that aborts, whatever the work does. The work is told by its own signal.
 */
export async function bounded<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  own.signal.addEventListener("abort", () => reject(own.signal.reason), { once: true });
  const abort = (): void => own.abort(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  const timer = setTimeout(
    () => own.abort(new DOMException("it took too long", "TimeoutError")),
    Math.min(timeoutMs, longestTimerMs),
  );
  try {
    return await Promise.race([work(own.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}
