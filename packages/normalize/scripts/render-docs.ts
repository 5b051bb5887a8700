// Writes the capability tables of the vendors into the pages that show them.
import { writeFile } from "node:fs/promises";
import { renderPages } from "./capability-pages.ts";

for (const { name, url, found, expected } of await renderPages()) {
  if (found !== expected) await writeFile(url, expected);
  console.log(`${name}: ${found === expected ? "is fresh" : "capability tables written"}`);
}
