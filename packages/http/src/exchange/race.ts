/** What work in a race may do with the race. */
export interface Race<T> {
  /** Aborts when another wins, for what can be cancelled. */
  readonly signal: AbortSignal;
  /** Called then too, for what may heed no signal. */
  onEnd?: () => void;
  /** Sets the clock, in place of what it was set to: the race ends in so many milliseconds as `expired` says or throws. */
  limit(ms: number, expired: () => T): void;
}

/**
 * Runs `work` against a clock and the caller's signal. Whoever comes first settles the promise, and nothing after it
 * counts:
 *
 * - The work settles: the clock stops, the listener goes, and `signal` never aborts.
 * - The clock runs out or `parent` aborts: the promise settles at once, then `signal` aborts and `onEnd` is called, so
 *   that fetch and its stream let go. What the work still gives or throws is dropped, and the clock is not set again.
 * - `parent` had aborted before: the work never starts.
 *
 * The clock is raced against the work itself. A signal that only fetch knows of can be collected as garbage, together
 * with the deadline that it carries.
 */
export function race<T>(parent: AbortSignal | undefined, work: (race: Race<T>) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (parent?.aborted) {
      reject(parent.reason);
      return;
    }
    const controller = new AbortController();
    let clock: ReturnType<typeof setTimeout> | undefined;
    const leave = (): void => {
      clearTimeout(clock);
      parent?.removeEventListener("abort", onAbort);
    };
    const end = (outcome: () => T): void => {
      leave();
      let reason: unknown;
      try {
        resolve(outcome());
      } catch (thrown) {
        reject((reason = thrown));
      }
      controller.abort(reason);
      own.onEnd?.();
    };
    const onAbort = (): void =>
      end(() => {
        throw parent?.reason;
      });
    const own: Race<T> = {
      signal: controller.signal,
      limit(ms, expired) {
        clearTimeout(clock);
        if (!controller.signal.aborted) clock = setTimeout(end, ms, expired);
      },
    };
    parent?.addEventListener("abort", onAbort, { once: true });
    const succeed = (result: T): void => {
      leave();
      resolve(result);
    };
    const fail = (reason: unknown): void => {
      leave();
      reject(reason);
    };
    work(own).then(succeed, fail);
  });
}

/** Runs `work` for `ms` milliseconds at most, after which it rejects as `expired` says. */
export function within<T>(
  ms: number | undefined,
  parent: AbortSignal | undefined,
  expired: () => unknown,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return race<T>(parent, async (own) => {
    if (ms !== undefined) {
      own.limit(ms, () => {
        throw expired();
      });
    }
    return work(own.signal);
  });
}

/** Waits, or rejects with the signal's reason as soon as it aborts. Leaves no timer behind. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return race<void>(signal, (own) => {
    own.limit(ms, () => undefined);
    return new Promise(() => undefined);
  });
}
