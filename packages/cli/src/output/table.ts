import { safeText } from "./safe-text.ts";
import type { Style } from "./style.ts";

/** One column of a table. `decimal` aligns on the point. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "decimal";
}

/** A cell; a style changes how it looks and never its width. */
export interface Cell {
  readonly text: string;
  readonly format?: Parameters<Style>[0] | undefined;
}

/** Lays cells out under their titles, two blanks apart; the last column is as long as it is. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  style: Style,
  decimalPoint = ".",
): string {
  const laidOut = columns.map((column, index) => {
    const texts = rows.map((row) => safeText(row[index]?.text ?? ""));
    return layOut(column, texts, decimalPoint);
  });
  const header = joinCells(
    laidOut.map(({ title }) => ({ text: title, format: "bold" })),
    style,
  );
  const lines = rows.map((row, index) => {
    const cells = laidOut.map(({ texts }, column) => ({
      text: texts[index] ?? "",
      format: row[column]?.format,
    }));
    return joinCells(cells, style);
  });
  return [header, ...lines].map((line) => `${line}\n`).join("");
}

function joinCells(cells: readonly Cell[], style: Style): string {
  const last = cells.findLastIndex(({ text }) => text.trim() !== "");
  const shown = cells.slice(0, last + 1);
  return shown
    .map(({ text, format }, index) => {
      const cut = index === last ? text.trimEnd() : text;
      return format === undefined ? cut : style(format, cut);
    })
    .join("  ");
}

function layOut(
  { title, align }: Column,
  texts: readonly string[],
  decimalPoint: string,
): { title: string; texts: readonly string[] } {
  const aligned = align === "decimal" ? alignOnPoint(texts, decimalPoint) : texts;
  const width = aligned.reduce((widest, { length }) => Math.max(widest, length), title.length);
  const pad = align === "decimal" ? "padStart" : "padEnd";
  return { title: title[pad](width), texts: aligned.map((text) => text[pad](width)) };
}

function alignOnPoint(texts: readonly string[], decimalPoint: string): readonly string[] {
  const fractionLength = (text: string): number => {
    const point = text.lastIndexOf(decimalPoint);
    return point === -1 ? 0 : text.length - point;
  };
  const longest = texts.reduce((most, text) => Math.max(most, fractionLength(text)), 0);
  return texts.map((text) => (text === "" ? "" : text + " ".repeat(longest - fractionLength(text))));
}
