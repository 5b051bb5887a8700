/** One command of a shell block, as words. */
export interface ShellCommand {
  /** From the start of the block, from 0. */
  readonly line: number;
  readonly words: readonly string[];
}

const operator = /^(\|\|?|&&?|;)$/;

/** The commands of a shell block. Variables in front of a command, redirections and comments are left out. */
export function parseShell(code: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  for (const [line, text] of joinedLines(code)) {
    let words: string[] = [];
    for (const word of [...splitWords(text.replace(/^\$ /, "")), ";"]) {
      if (!operator.test(word)) {
        if (words.length > 0 || !/^\w+=/.test(word)) words.push(word);
        continue;
      }
      if (words.length > 0) commands.push({ line, words });
      words = [];
    }
  }
  return commands;
}

/** Lines that end with a backslash go on in the next. */
function joinedLines(code: string): readonly (readonly [number, string])[] {
  const lines: [number, string][] = [];
  let continues = false;
  for (const [index, text] of code.split("\n").entries()) {
    const last = lines.at(-1);
    const body = text.replace(/\\$/, "");
    if (continues && last !== undefined) last[1] += body.trim();
    else lines.push([index, body]);
    continues = text.endsWith("\\");
  }
  return lines;
}

/** Words by the rules of a shell, as far as documentation needs them. */
function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const [token] of text.matchAll(
    /#.*$|\|\|?|&&?|;|\d?>>?&?\s*\S+|(?:'[^']*'|"[^"]*"|\\.|[^\s|&;'"\\])+/g,
  )) {
    if (token.startsWith("#")) break;
    if (/^\d?>/.test(token)) continue;
    words.push(token.replaceAll(/'([^']*)'|"([^"]*)"/g, "$1$2"));
  }
  return words;
}
