import ts from "typescript";

/** The numbers of the lines that hold code, from 0: neither blank lines nor such as hold a comment alone. */
export function codeLines(source: ts.SourceFile): ReadonlySet<number> {
  const lines = new Set<number>();
  visit(source);
  return lines;

  function visit(node: ts.Node): void {
    const children = node.getChildren(source).filter(({ kind }) => kind !== ts.SyntaxKind.JSDoc);
    if (children.length > 0) children.forEach((child) => visit(child));
    else if (node.getWidth(source) > 0) addAll(lines, linesOf(source, node));
  }
}

/** The lines with a name, or a text of one word, that matches. A text of several words is an example or a sentence. */
export function namedLines(source: ts.SourceFile, pattern: RegExp): ReadonlySet<number> {
  const lines = new Set<number>();
  visit(source);
  return lines;

  function visit(node: ts.Node): void {
    const isName = ts.isIdentifier(node) || (ts.isStringLiteralLike(node) && !/\s/.test(node.text));
    if (isName && pattern.test(node.text)) addAll(lines, linesOf(source, node));
    ts.forEachChild(node, visit);
  }
}

const facts: ReadonlySet<string> = new Set(["title", "api", "links", "demo"]);

/** The lines of members that say what people read and the demo sends, which is no code. */
export function factLines(source: ts.SourceFile): ReadonlySet<number> {
  const lines = new Set<number>();
  visit(source);
  return lines;

  function visit(node: ts.Node): void {
    if (ts.isPropertyAssignment(node) && facts.has(node.name.getText())) addAll(lines, linesOf(source, node));
    else ts.forEachChild(node, visit);
  }
}

export function parseSource(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

function linesOf(source: ts.SourceFile, node: ts.Node): readonly number[] {
  const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
  const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function addAll(lines: Set<number>, more: Iterable<number>): void {
  for (const line of more) lines.add(line);
}
