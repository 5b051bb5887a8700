import type { CliContext } from "../runtime/command-context.ts";

/** Writes pieces to stdout, the next when the last is out, and stops when nobody reads them or they are lost. */
export async function writeAll(context: CliContext, pieces: AsyncIterable<string>): Promise<void> {
  const { outputClosed, outputLost, signal } = context;
  const { stdout } = context.process;
  for await (const piece of pieces) {
    if (outputClosed.aborted || outputLost.aborted || signal.aborted) return;
    await new Promise<void>((written) => void stdout.write(piece, () => written()));
  }
}
