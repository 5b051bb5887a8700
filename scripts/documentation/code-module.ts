import type { CodeBlock } from "./code-block.ts";

/** TypeScript of the documentation that stands for itself: a block with those that continue it. */
export interface CodeModule {
  readonly file: string;
  /** Of the first block. */
  readonly line: number;
  readonly marks: readonly string[];
  /** With every line of code on the line that it has in the Markdown file. */
  readonly code: string;
  /** What the page says that it prints. */
  readonly output: string | undefined;
}

/** Joins the TypeScript blocks of one file to modules: a block marked `continued` belongs to the one before. */
export function toModules(blocks: readonly CodeBlock[]): readonly CodeModule[] {
  const modules: (CodeModule & { code: string; marks: readonly string[]; output: string | undefined })[] = [];
  let previous: CodeBlock | undefined;
  for (const block of blocks) {
    const open = modules.at(-1);
    if (block.language === "ts") {
      const continues = block.marks.includes("continued");
      if (continues && open === undefined) throw new Error(`${placeOf(block)} continues nothing`);
      if (continues && open !== undefined) {
        open.code = `${padded(open.code, block.line)}${block.code}\n`;
        open.marks = [...open.marks, ...block.marks];
      } else {
        const { file, line, marks } = block;
        modules.push({ file, line, marks, code: `${padded("", line)}${block.code}\n`, output: undefined });
      }
    } else if (block.marks.includes("output") && previous?.language === "ts" && open !== undefined) {
      open.output = `${open.output ?? ""}${block.code}\n`;
    }
    previous = block;
  }
  return modules;
}

/** Where a block stands, for people. */
export function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`;
}

function padded(code: string, line: number): string {
  return code + "\n".repeat(line - code.split("\n").length);
}
