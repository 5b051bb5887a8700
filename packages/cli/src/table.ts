import { styleText } from "node:util";

/** One column of a table. `decimal` aligns on the point. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "decimal";
}

/** Lays cells out under their titles, two blanks apart; the last column is as long as it is. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const laidOut = columns.map((column, index) => {
    const cells = rows.map((row) => row[index] ?? "");
    return layOut(column, cells);
  });
  const lines = [laidOut.map(({ title }) => styleText("bold", title))];
  for (const [index] of rows.entries()) lines.push(laidOut.map(({ cells }) => cells[index] ?? ""));
  return lines.map((line) => `${line.join("  ").trimEnd()}\n`).join("");
}

function layOut(column: Column, cells: readonly string[]): { title: string; cells: readonly string[] } {
  const aligned = column.align === "decimal" ? alignOnPoint(cells) : cells;
  const width = Math.max(column.title.length, ...aligned.map((cell) => cell.length));
  if (column.align === "decimal") {
    return { title: column.title.padStart(width), cells: aligned.map((cell) => cell.padStart(width)) };
  }
  return { title: column.title.padEnd(width), cells: aligned.map((cell) => cell.padEnd(width)) };
}

function alignOnPoint(cells: readonly string[]): readonly string[] {
  const longest = Math.max(0, ...cells.map(fractionLength));
  return cells.map((cell) => (cell === "" ? "" : cell + " ".repeat(longest - fractionLength(cell))));
}

/** The length of what stands from the point on. */
function fractionLength(cell: string): number {
  const point = cell.indexOf(".");
  return point === -1 ? 0 : cell.length - point;
}
