import type { CliContext } from "../../runtime/command-context.ts";
import { didYouMean } from "../../runtime/did-you-mean.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import { completionScript } from "./scripts.ts";
import { shells } from "./shells.ts";

/** Prints the script of a shell. */
export async function runCompletion(context: CliContext, _flags: object, shell: string): Promise<number> {
  const script = completionScript(shell);
  if (script === undefined) {
    throw new UsageError(`there is no completion for "${shell}"${didYouMean(shell, shells)}`);
  }
  context.process.stdout.write(script);
  return exitCodes.fine;
}
