import { exitCodeMeanings } from "./exit-code.ts";

/** A command line and what it does. */
export type Example = readonly [commandLine: string, meaning: string];

/** The longer text of a help page: what the command does, then examples. */
export function describeCommand(text: string, examples: readonly Example[]): string {
  const lines = examples.map(([commandLine, meaning]) => `  ${commandLine}\n      ${meaning}`);
  return [text, "", "EXAMPLES", ...lines].join("\n");
}

/** The exit codes as a help page shows them. */
export function formatExitCodes(): string {
  const width = Math.max(...exitCodeMeanings.map(([code]) => code.length));
  const lines = exitCodeMeanings.map(([code, meaning]) => `  ${code.padEnd(width)}  ${meaning}`);
  return ["EXIT CODES", ...lines].join("\n");
}
