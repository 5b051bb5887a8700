/** What bounds a piece of work. */
export interface Bound {
  /** Aborts when the work is over before it has settled, for what can be cancelled. */
  readonly signal: AbortSignal;
  /** Gives the work this many milliseconds from now on, in place of what it had; without a call, for ever. */
  limit(ms: number, onExpired: () => unknown): void;
}

/**
 * Runs `work` until it settles, its time is up or `parent` aborts, whichever comes first. The timer is raced against
 * the work itself: a signal that only fetch knows of can be collected as garbage together with the deadline it carries.
 */
export function bounded<T>(parent: AbortSignal | undefined, work: (bound: Bound) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (parent?.aborted) {
      reject(parent.reason);
      return;
    }
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      clearTimeout(timer);
      parent?.removeEventListener("abort", onAbort);
    };
    const stop = (reason: unknown): void => {
      settle();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = (): void => stop(parent?.reason);
    const limit: Bound["limit"] = (ms, onExpired) => {
      clearTimeout(timer);
      // Work that lost the race may go on for a while, and must not start its clock again.
      if (!controller.signal.aborted) timer = setTimeout(() => stop(onExpired()), ms);
    };
    parent?.addEventListener("abort", onAbort, { once: true });
    const run = async (): Promise<void> => {
      try {
        resolve(await work({ signal: controller.signal, limit }));
      } catch (error) {
        // What a loser of the race still throws ends here, so it is never an unhandled rejection.
        reject(error);
      } finally {
        settle();
      }
    };
    void run();
  });
}

/** Runs `work` for `ms` milliseconds at most; with `undefined` only `parent` bounds it. */
export function within<T>(
  ms: number | undefined,
  parent: AbortSignal | undefined,
  onExpired: () => unknown,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return bounded(parent, async ({ signal, limit }) => {
    if (ms !== undefined) limit(ms, onExpired);
    return work(signal);
  });
}

/** Waits, or rejects with the signal's reason as soon as it aborts. Leaves no timer behind. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
