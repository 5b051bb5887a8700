import { mkdir, readFile, writeFile } from "node:fs/promises";
import { listVendors, loadSpec } from "@openbalance/specs";
import { generateTypes } from "./generate-types.ts";

const check = process.argv.includes("--check");
let stale = 0;
for (const vendor of await listVendors()) {
  const expected = await generateTypes(vendor, await loadSpec(vendor));
  const folder = new URL(`../packages/${vendor}/src/generated/`, import.meta.url);
  const target = new URL("openapi.ts", folder);
  const current = await readFile(target, "utf8").catch(() => undefined);
  if (current === expected) {
    console.log(`${vendor}: up to date`);
  } else if (check) {
    stale += 1;
    console.error(
      `${vendor}: packages/${vendor}/src/generated/openapi.ts is stale or edited; run \`pnpm generate\``,
    );
  } else {
    await mkdir(folder, { recursive: true });
    await writeFile(target, expected);
    console.log(`${vendor}: written`);
  }
}
if (stale > 0) process.exitCode = 1;
