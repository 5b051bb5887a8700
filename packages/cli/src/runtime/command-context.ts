import type { CommandContext } from "@stricli/core";
import type { Environment } from "./environment.ts";

/** A stream that may be a terminal. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  /** `done` is called once the text is out, or lost. */
  write(text: string, done?: () => void): unknown;
}

/** All that a command may touch of the process it runs in. */
export interface CliContext extends CommandContext {
  readonly process: {
    readonly stdout: OutputStream;
    readonly stderr: OutputStream;
    readonly env: Readonly<Partial<Record<string, string>>>;
    exitCode?: number | string | null;
  };
  readonly environment: Environment;
  /** The working directory. */
  readonly directory: string;
  /** Aborts at the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Aborts when whoever reads stdout has gone. */
  readonly outputClosed: AbortSignal;
  /** Aborts when something written to stdout is lost, for instance because the disk is full. */
  readonly outputLost: AbortSignal;
}
