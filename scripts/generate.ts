import { mkdir, readFile, writeFile } from "node:fs/promises";
import { listVendors, loadSpec } from "@openbalance/specs";
import { generatedFiles } from "./generated-files.ts";

const root = new URL("../", import.meta.url);
const check = process.argv.includes("--check");
let stale = 0;
for (const vendor of await listVendors()) {
  let written = false;
  for (const [file, expected] of await generatedFiles(vendor, await loadSpec(vendor))) {
    const target = new URL(file, root);
    if ((await readFile(target, "utf8").catch(() => undefined)) === expected) continue;
    if (check) {
      stale += 1;
      console.error(`${vendor}: ${file} is stale or edited; run \`pnpm generate\``);
      continue;
    }
    await mkdir(new URL("./", target), { recursive: true });
    await writeFile(target, expected);
    console.log(`${vendor}: ${file} written`);
    written = true;
  }
  if (!written && stale === 0) console.log(`${vendor}: up to date`);
}
if (stale > 0) process.exitCode = 1;
