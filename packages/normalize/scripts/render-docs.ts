// Writes the capability tables of the vendors into docs/balance-model.md.
import { writeFile } from "node:fs/promises";
import { page, renderPage } from "./balance-model-page.ts";

const { found, expected } = await renderPage();
if (found === expected) {
  console.log("docs/balance-model.md is fresh");
} else {
  await writeFile(page, expected);
  console.log("docs/balance-model.md: capability tables written");
}
