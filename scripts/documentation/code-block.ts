import { marked } from "marked";

/** One block of code in a Markdown file. */
export interface CodeBlock {
  readonly file: string;
  /** Of its first line of code, from 1. */
  readonly line: number;
  /** Undefined for an indented block, which cannot say it. */
  readonly language: string | undefined;
  /** What follows the language: `run`, `continued`, `output`, or `demo` and the vendors that it shows. */
  readonly marks: readonly string[];
  readonly code: string;
}

/** Every block of code of a file, in order, those in lists included. */
export function findCodeBlocks(file: string, markdown: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let searchedUpTo = 0;
  void marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type !== "code") return;
    const fenced = token["codeBlockStyle"] !== "indented";
    const [language = "", ...marks] = String(token["lang"] ?? "").split(/\s+/);
    // In a list the token has lost its indentation, so the first line of code is what can be found.
    const opening = fenced ? /^[^\n]*/.exec(token.raw.trimStart())?.[0] : undefined;
    const start = markdown.indexOf(opening ?? String(token["text"]).split("\n", 1)[0] ?? "", searchedUpTo);
    searchedUpTo = start + 1;
    const line = markdown.slice(0, start).split("\n").length + (fenced ? 1 : 0);
    blocks.push({ file, line, language: fenced ? language : undefined, marks, code: String(token["text"]) });
  });
  return blocks;
}
