/** A piece of work under way, and what ends it before it has settled. */
export interface Bound<T> {
  /** Aborts when the work is ended, for what can be cancelled. */
  readonly signal: AbortSignal;
  /** Called then too, for what may heed no signal. */
  onEnd?: () => void;
  /** Gives the work so many milliseconds from now on, in place of what it had; without a call, for ever. */
  limit(ms: number, onExpired: () => void): void;
  /** Ends the work with another result. */
  resolve(result: T): void;
  /** Ends the work with a reason, which its signal has too. */
  reject(reason: unknown): void;
}

/**
 * Runs `work` until it settles, is ended or `parent` aborts, whichever comes first. Its timer is raced against the work
 * itself: a signal that only fetch knows of can be collected as garbage together with the deadline it carries.
 */
export function bounded<T>(
  parent: AbortSignal | undefined,
  work: (bound: Bound<T>) => Promise<T>,
): Promise<T> {
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
    const succeed = (result: T): void => {
      resolve(result);
      settle();
    };
    const fail = (reason: unknown): void => {
      reject(reason);
      settle();
    };
    const end = (reason?: unknown): void => {
      controller.abort(reason);
      bound.onEnd?.();
    };
    const bound: Bound<T> = {
      signal: controller.signal,
      limit(ms, onExpired) {
        clearTimeout(timer);
        // Work that was ended may go on for a while, and must not start its clock again.
        if (!controller.signal.aborted) timer = setTimeout(onExpired, ms);
      },
      resolve(result) {
        succeed(result);
        end();
      },
      reject(reason) {
        fail(reason);
        end(reason);
      },
    };
    const onAbort = (): void => bound.reject(parent?.reason);
    parent?.addEventListener("abort", onAbort, { once: true });
    // What work that was ended still throws stops here, so it is never an unhandled rejection.
    work(bound).then(succeed, fail);
  });
}

/** Runs `work` for `ms` milliseconds at most; with `undefined` only `parent` bounds it. */
export function within<T>(
  ms: number | undefined,
  parent: AbortSignal | undefined,
  onExpired: () => unknown,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return bounded<T>(parent, async (bound) => {
    if (ms !== undefined) bound.limit(ms, () => bound.reject(onExpired()));
    return work(bound.signal);
  });
}

/** Waits, or rejects with the signal's reason as soon as it aborts. Leaves no timer behind. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return bounded<undefined>(signal, (bound) => {
    bound.limit(ms, () => bound.resolve(undefined));
    return new Promise(() => undefined);
  });
}
