import { mkdir, readFile, writeFile } from "node:fs/promises";
import { listVendors, loadSpec } from "@openbalance/specs";
import { generatedFiles } from "./generated-files.ts";
import { generateVendorLists } from "./generate-vendor-lists.ts";

const root = new URL("../", import.meta.url);
const check = process.argv.includes("--check");
const vendors = await listVendors();
let stale = 0;
for (const vendor of vendors) {
  await renew(vendor, await generatedFiles(vendor, await loadSpec(vendor)));
}
await renew("all vendors", generateVendorLists(vendors));
if (stale > 0) process.exitCode = 1;

/** Writes what differs from the file that is there, or counts it. */
async function renew(subject: string, files: ReadonlyMap<string, string>): Promise<void> {
  let differing = 0;
  for (const [file, expected] of files) {
    const target = new URL(file, root);
    if ((await readFile(target, "utf8").catch(() => undefined)) === expected) continue;
    differing += 1;
    if (check) {
      console.error(`${subject}: ${file} is stale or edited; run \`pnpm generate\``);
      continue;
    }
    await mkdir(new URL("./", target), { recursive: true });
    await writeFile(target, expected);
    console.log(`${subject}: ${file} written`);
  }
  if (check) stale += differing;
  if (differing === 0) console.log(`${subject}: up to date`);
}
