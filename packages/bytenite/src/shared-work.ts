/**
 * Runs `work` once for all who ask while it is under way. A caller who gives up leaves the others
 * waiting; when the last of them has left, the work is cancelled. Nothing is kept once it has settled.
 */
export function createSharedWork<T>(
  work: (signal: AbortSignal) => Promise<T>,
): (signal: AbortSignal) => Promise<T> {
  let current: Run<T> | undefined;

  function start(): Run<T> {
    const controller = new AbortController();
    const run: Run<T> = { result: work(controller.signal), controller, waiting: 0 };
    const forget = (): void => {
      if (current === run) current = undefined;
    };
    run.result.then(forget, forget);
    return run;
  }

  return (signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const run = (current ??= start());
      run.waiting += 1;
      const leave = (): void => {
        reject(signal.reason);
        run.waiting -= 1;
        if (run.waiting > 0) return;
        if (current === run) current = undefined;
        run.controller.abort(signal.reason);
      };
      signal.addEventListener("abort", leave, { once: true });
      run.result.finally(() => signal.removeEventListener("abort", leave)).then(resolve, reject);
    });
}

interface Run<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}
