import { readFileSync } from "node:fs";

/** The pages of the vendors in the order of their table, under its names. */
export function listVendorPages(): { text: string; link: string }[] {
  const table = readFileSync(new URL("../vendors/index.md", import.meta.url), "utf8");
  const rows = table.matchAll(/^\| \[([^\]]+)\]\(([\w-]+)\.md\)/gm);
  return Array.from(rows, ([, text = "", page]) => ({ text, link: `/vendors/${page}` }));
}
