import { safeOutput } from "../output/safe-text.ts";
import { hasColors } from "../output/style.ts";
import type { OutputStream } from "../runtime/command-context.ts";

/** Where a command writes, and what became of it. */
export interface ProcessOutput {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Aborts when whoever reads stdout has gone. */
  readonly closed: AbortSignal;
  /** Aborts when something written to stdout is lost, for instance because the disk is full. */
  readonly lost: AbortSignal;
  /** Waits until all is written or lost. */
  flush(): Promise<void>;
}

/**
 * The output of this process. A stream that fails ends nothing: a command that watches still has somebody to tell. A loss
 * is said once; of stderr it cannot be said to anybody.
 */
export function openOutput(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): ProcessOutput {
  const closed = new AbortController();
  const lost = new AbortController();
  stdout.on("error", ({ code = "no code" }: NodeJS.ErrnoException) => {
    // Whoever read it has gone (`openbalance | head`): nobody is left to tell.
    if (code === "EPIPE") return closed.abort();
    if (!lost.signal.aborted) stderr.write(`openbalance: the output cannot be written (${code})\n`);
    lost.abort();
  });
  stderr.on("error", () => undefined);
  return {
    stdout: safeStream(stdout),
    stderr: safeStream(stderr),
    closed: closed.signal,
    lost: lost.signal,
    async flush() {
      for (const stream of [stdout, stderr]) await new Promise((resolve) => stream.write("", resolve));
      // A stream says that it failed after its last write has come back.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** A stream that nothing a vendor wrote can act on. */
function safeStream(stream: NodeJS.WriteStream): OutputStream {
  // The line of progress clears itself on any terminal, whether or not it has colours.
  const isStyled = stream.isTTY || hasColors(stream, process.env);
  return {
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
    write: (text, done) => stream.write(safeOutput(text, isStyled), done),
  };
}
