// Lints the descriptions of the vendors named, or of all, with their overlays.
import { listVendors } from "@openbalance/specs";
import { lintSpec } from "./spec-lint/lint-spec.ts";

const named = process.argv.slice(2);
let found = 0;
for (const vendor of named.length > 0 ? named : await listVendors()) {
  const problems = await lintSpec(vendor);
  for (const { rule, place, message } of problems) console.error(`${vendor}: ${place}: ${message} (${rule})`);
  if (problems.length === 0) console.log(`${vendor}: right`);
  found += problems.length;
}
if (found > 0) process.exitCode = 1;
