import { exitCodeMeanings } from "./exit-code.ts";

/** A command line and what it does. */
export type Example = readonly [commandLine: string, meaning: string];

/** The longer text of a help page: what the command does, then examples. */
export function describeCommand(text: string, examples: readonly Example[]): string {
  const lines = examples.map(([commandLine, meaning]) => `  ${commandLine}\n      ${meaning}`);
  return [...wrapWords(text), "", "EXAMPLES", ...lines].join("\n");
}

const lineWidth = 80;

/** Breaks a text into lines that fit a narrow terminal. */
function wrapWords(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lineWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The exit codes as a help page shows them. */
export function formatExitCodes(): string {
  const width = exitCodeMeanings.reduce((widest, [code]) => Math.max(widest, code.length), 0);
  const lines = exitCodeMeanings.map(([code, meaning]) => `  ${code.padEnd(width)}  ${meaning}`);
  return ["EXIT CODES", ...lines].join("\n");
}
