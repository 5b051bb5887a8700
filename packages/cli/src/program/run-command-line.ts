import { run } from "@stricli/core";
import { createApplication } from "./application.ts";
import type { CliContext, OutputStream } from "../runtime/command-context.ts";
import { completeWord } from "../commands/completion/scripts.ts";
import { exitCodes } from "../runtime/exit-code.ts";
import { safeOutput } from "../output/safe-text.ts";
import { hasColors } from "../output/style.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { listenForSignals } from "./signals.ts";

/** Runs one command line and gives the exit code. */
export async function runCommandLine(inputs: readonly string[]): Promise<number> {
  using signals = listenForSignals();
  const context = createContext(signals.signal);
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

function createContext(signal: AbortSignal): CliContext {
  const outputClosed = new AbortController();
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // Whoever read it has gone (`openbalance | head`): nobody is left to tell.
      if (error.code !== "EPIPE") failForOutput(error, stream === process.stdout);
      if (stream === process.stdout) outputClosed.abort();
    });
  }
  return {
    process: { stdout: safeStream(process.stdout), stderr: safeStream(process.stderr), env: process.env },
    environment: process.env,
    get directory() {
      try {
        return process.cwd();
      } catch (error) {
        throw new UsageError("the working directory is not there any more", { cause: error });
      }
    },
    signal,
    outputClosed: outputClosed.signal,
  };
}

/** What can't be written is lost: whoever asked for it has to know. */
function failForOutput({ code = "no code" }: NodeJS.ErrnoException, isStdout: boolean): void {
  if (isStdout) process.stderr.write(`openbalance: the output cannot be written (${code})\n`);
  process.exit(exitCodes.output);
}

/** A stream that nothing a vendor wrote can act on. */
function safeStream(stream: NodeJS.WriteStream): OutputStream {
  return {
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
    write: (text) => stream.write(safeOutput(text)),
  };
}
