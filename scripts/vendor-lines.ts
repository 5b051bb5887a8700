// Prints how many lines are written by hand for every vendor, and fails where they are too many.
import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { listVendors } from "@openbalance/specs";
import { countVendorLines, exceptions, mostLines, tooManyLines } from "./hand-written/vendor-lines.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const sources = new Map<string, string>();
for await (const file of glob("packages/*/src/**/*.ts", { cwd: root })) {
  sources.set(file.replaceAll("\\", "/"), await readFile(`${root}${file}`, "utf8"));
}
const counted = (await listVendors()).map((vendor) => countVendorLines(vendor, sources));
const columns = ["client", "decoder", "entry", "elsewhere", "total"] as const;
console.log(["vendor      ", ...columns.map((column) => column.padStart(9))].join(" "));
for (const lines of counted) {
  const numbers = columns.map((column) => String(lines[column]).padStart(9));
  const exception = exceptions[lines.vendor];
  const note = exception === undefined ? "" : `  of ${exception.most}: ${exception.reason}`;
  console.log([lines.vendor.padEnd(12), ...numbers].join(" ") + note);
}
const total = counted.reduce((sum, lines) => sum + lines.total, 0);
console.log(`${total} lines of code in all; ${mostLines} a vendor, blank lines and comments not counted`);
for (const problem of counted.flatMap((lines) => tooManyLines(lines) ?? [])) {
  console.error(problem);
  process.exitCode = 1;
}
