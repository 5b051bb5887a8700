// Writes everything that follows from other files, or with --check tells what is stale: `pnpm generate`.
import { listVendors, loadSpec } from "@openbalance/specs";
import { renewFiles, type Renewal } from "./generate/renew-files.ts";
import { renewLists } from "./generate/renew-lists.ts";
import { vendorCode } from "./generate/vendor-code.ts";

const renewal: Renewal = {
  root: new URL("../", import.meta.url),
  check: process.argv.includes("--check"),
};
const vendors = await listVendors();
let stale = 0;
for (const vendor of vendors)
  stale += await renewFiles(renewal, await vendorCode(vendor, await loadSpec(vendor)));
stale += await renewLists(renewal, vendors);
// Loaded only now: they import the packages by the lists that were just written.
const { vendorPages } = await import("./generate/pages.ts");
const { configSchema } = await import("./generate/config-schema.ts");
stale += await renewFiles(renewal, await vendorPages(renewal.root));
stale += await renewFiles(renewal, await configSchema());
if (stale === 0) console.log(`${vendors.length} vendors and all lists of them: up to date`);
else if (renewal.check) process.exitCode = 1;
