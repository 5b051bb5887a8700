import { run } from "@stricli/core";
import { createApplication } from "./application.ts";
import type { CliContext } from "../runtime/command-context.ts";
import { completeWord } from "../commands/completion/scripts.ts";
import { exitCodes, exitCodeAfterLoss } from "../runtime/exit-code.ts";
import { hasColors } from "../output/style.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { openOutput, type ProcessOutput } from "./process-output.ts";
import { listenForSignals } from "./signals.ts";

/** Runs one command line and gives the exit code, once all is written or lost. */
export async function runCommandLine(inputs: readonly string[]): Promise<number> {
  const output = openOutput(process.stdout, process.stderr);
  const exitCode = await runInputs(inputs, output);
  await output.flush();
  return output.lost.aborted ? exitCodeAfterLoss(exitCode) : exitCode;
}

async function runInputs(inputs: readonly string[], output: ProcessOutput): Promise<number> {
  using signals = listenForSignals();
  const context = createContext(signals.signal, output);
  const application = createApplication({ colors: hasColors(process.stderr, process.env) });
  if (inputs[0] === completeWord) {
    const { completeInputs } = await import("../commands/completion/complete.ts");
    context.process.stdout.write(
      await completeInputs(application, completableInputs(inputs.slice(1)), context),
    );
    return exitCodes.fine;
  }
  await run(application, withDefaultCommand(inputs), context);
  const { exitCode } = context.process;
  // Commands that run until they are told to stop end with 0; all others were cut short.
  if (exitCode !== exitCodes.fine) {
    const ofSignal = signals.exitCode();
    if (ofSignal !== undefined) return ofSignal;
  }
  // The parser's own codes, for what it could not parse, are below zero.
  return typeof exitCode === "number" && exitCode >= 0 ? exitCode : exitCodes.usage;
}

/** `openbalance` alone reads. A word that is no command is left for the parser to correct. */
export function withDefaultCommand(inputs: readonly string[]): readonly string[] {
  const [first] = inputs;
  const ownFlags = ["--help", "-h", "--help-all", "--helpAll", "-H", "--version", "-v"];
  if (first !== undefined && (!first.startsWith("-") || ownFlags.includes(first))) return inputs;
  return ["read", ...inputs];
}

/** The flags of reading are proposed without its name. */
function completableInputs(inputs: readonly string[]): readonly string[] {
  return inputs[0]?.startsWith("-") ? withDefaultCommand(inputs) : inputs;
}

function createContext(signal: AbortSignal, { stdout, stderr, closed, lost }: ProcessOutput): CliContext {
  return {
    process: { stdout, stderr, env: process.env },
    environment: process.env,
    get directory() {
      try {
        return process.cwd();
      } catch (error) {
        throw new UsageError("the working directory is not there any more", { cause: error });
      }
    },
    signal,
    outputClosed: closed,
    outputLost: lost,
  };
}
