import { readFile } from "node:fs/promises";

/** The differences that docs/official-clients.md explains: the first two columns of its table. */
export async function documentedDifferences(): Promise<readonly string[]> {
  const text = await readFile(new URL("../../docs/official-clients.md", import.meta.url), "utf8");
  const rows = text.split("\n").filter((line) => line.startsWith("| `"));
  return rows.map((row) => {
    const [, place = "", kind = ""] = row.split("|").map((cell) => cell.trim());
    return `${place.replaceAll("`", "")}: ${kind}`;
  });
}
