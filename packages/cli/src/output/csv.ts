import { safeText } from "./safe-text.ts";

/** Rows as RFC 4180 writes them. https://www.rfc-editor.org/rfc/rfc4180 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatField).join(",")}\r\n`).join("");
}

function formatField(given: string): string {
  const text = withoutFormula(safeText(given));
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet computes what begins so, unless an apostrophe stands before it. A number stays one. */
function withoutFormula(text: string): string {
  return /^\s*[=+\-@＝＋－＠]/u.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
