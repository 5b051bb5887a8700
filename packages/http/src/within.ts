/**
 * Runs `work` until it settles, `ms` pass or `parent` aborts, whichever comes first.
 * The timer is raced against the work itself: a signal that only fetch knows of can be collected
 * as garbage together with the deadline it carries.
 */
export function within<T>(
  ms: number,
  parent: AbortSignal | undefined,
  onExpired: () => unknown,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    if (parent?.aborted) {
      reject(parent.reason);
      return;
    }
    const stop = (reason: unknown): void => {
      settle();
      reject(reason);
      controller.abort(reason);
    };
    const timer = setTimeout(() => stop(onExpired()), ms);
    const onAbort = (): void => stop(parent?.reason);
    const settle = (): void => {
      clearTimeout(timer);
      parent?.removeEventListener("abort", onAbort);
    };
    parent?.addEventListener("abort", onAbort, { once: true });
    // Work that throws before its first await must stop the timer too.
    const running = (async () => work(controller.signal))();
    // What a loser of the race still throws ends here, so it is never an unhandled rejection.
    running.finally(settle).then(resolve, reject);
  });
}

/** Waits, or rejects with the signal's reason as soon as it aborts. Leaves no timer behind. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
