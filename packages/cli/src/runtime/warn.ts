import type { CliContext } from "./command-context.ts";

/** Says something beside the output that a command is run for. */
export function warn({ process: { stderr } }: Pick<CliContext, "process">, text: string): void {
  stderr.write(`openbalance: ${text}\n`);
}
