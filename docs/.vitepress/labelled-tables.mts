import type { MarkdownRenderer } from "vitepress";

/**
 * Gives every cell the heading of its column, so that a narrow screen can show a row as a list.
 * The roles say again what the elements are: some browsers forget it when a cell is no longer laid out as one.
 */
export function labelTables(md: MarkdownRenderer): void {
  md.core.ruler.push("labelled-tables", ({ tokens }) => {
    let headings: string[] = [];
    let column = 0;
    for (const [index, token] of tokens.entries()) {
      const role = roles.get(token.type);
      if (role !== undefined) token.attrSet("role", role);
      if (token.type === "thead_open") headings = [];
      if (token.type === "tr_open") column = 0;
      if (token.type === "th_open") headings.push(plainText(tokens[index + 1]?.content ?? ""));
      if (token.type === "td_open") token.attrSet("data-label", headings[column++] ?? "");
    }
  });
}

const roles: ReadonlyMap<string, string> = new Map([
  ["table_open", "table"],
  ["thead_open", "rowgroup"],
  ["tbody_open", "rowgroup"],
  ["tr_open", "row"],
  ["th_open", "columnheader"],
  ["td_open", "cell"],
]);

function plainText(markdown: string): string {
  return markdown.replaceAll("`", "");
}
