import type { CommandFunction, CommandFunctionLoader } from "@stricli/core";
import type { CliContext } from "./command-context.ts";

/** A command: it gives the exit code, or throws `UsageError`. */
export type Run<Flags, Parameters extends readonly string[] = []> = (
  context: CliContext,
  flags: Flags,
  ...parameters: Parameters
) => Promise<number>;

/** Loads a command's code only when it runs, and ends the process with what it gives. */
export function loadRun<
  Flags extends Readonly<Partial<Record<keyof Flags, unknown>>>,
  Parameters extends readonly string[] = [],
>(load: () => Promise<Run<Flags, Parameters>>): CommandFunctionLoader<Flags, Parameters, CliContext> {
  return async () => {
    const run = await load();
    const command: CommandFunction<Flags, Parameters, CliContext> = async function command(
      flags,
      ...parameters
    ) {
      this.process.exitCode = await run(this, flags, ...parameters);
    };
    return command;
  };
}

/** A flag that is on when it is given. */
export function switchFlag(brief: string): {
  readonly kind: "boolean";
  readonly brief: string;
  readonly optional: true;
  readonly withNegated: false;
} {
  return { kind: "boolean", brief, optional: true, withNegated: false };
}
