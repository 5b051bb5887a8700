const pending = new Map<unknown, number>();

/**
 * Watches the platform's timers from here on. A client that sleeps for an hour cannot be waited for, but the timer
 * that it sleeps on can be read.
 */
export function watchTimers(): void {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const watched = (callback: (...values: unknown[]) => void, ms = 0, ...values: unknown[]): unknown => {
    const timer = set(() => {
      pending.delete(timer);
      callback(...values);
    }, ms);
    pending.set(timer, ms);
    return timer;
  };
  // Node's own promisified form has to stay where it is.
  Object.assign(watched, set);
  Object.defineProperty(watched, Symbol.for("nodejs.util.promisify.custom"), {
    value: Reflect.get(set, Symbol.for("nodejs.util.promisify.custom")),
  });
  globalThis.setTimeout = watched as unknown as typeof set;
  globalThis.clearTimeout = (timer) => {
    pending.delete(timer);
    clear(timer);
  };
}

/** Milliseconds of the timer that was set last and still runs. */
export function lastPendingMs(): number | undefined {
  return [...pending.values()].at(-1);
}
