import { constants } from "node:os";

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The signals that end a process, as an AbortSignal. The second one ends it at once. */
export interface ProcessSignals extends Disposable {
  readonly signal: AbortSignal;
  /** What a shell expects of a process that a signal ended; undefined when none came. */
  exitCode(): number | undefined;
}

/** Listens for Ctrl-C and its kin until disposed. */
export function listenForSignals(): ProcessSignals {
  const controller = new AbortController();
  let received: number | undefined;
  const end = (name: NodeJS.Signals): void => {
    const exitCode = 128 + constants.signals[name];
    if (received !== undefined) process.exit(exitCode);
    received = exitCode;
    controller.abort();
  };
  for (const name of endings) process.on(name, end);
  return {
    signal: controller.signal,
    exitCode: () => received,
    [Symbol.dispose]() {
      for (const name of endings) process.off(name, end);
    },
  };
}
