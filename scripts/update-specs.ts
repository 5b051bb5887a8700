// Fetches the recorded documents again and takes over what changed: `node scripts/update-specs.ts [vendor]...`.
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { SpecError } from "@openbalance/specs";
import { listVendors } from "@openbalance/specs/list-vendors";
import { formatChange } from "./drift/changeset.ts";
import { planUpdate, type SpecUpdate } from "./drift/update-spec.ts";
import { IntakeError } from "./intake/intake-error.ts";
import { defaultLimits } from "./intake/read-source.ts";
import { writePlan } from "./scaffold/file-plan.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    spec: { type: "string" },
    "allow-host": { type: "string", multiple: true, default: [] },
    root: { type: "string" },
  },
});
const root = values.root === undefined ? new URL("../", import.meta.url) : pathToFileURL(`${values.root}/`);
const vendors = positionals.length > 0 ? positionals : await listVendors(new URL("specs/", root));
if (values.spec !== undefined && vendors.length !== 1) {
  console.error("--spec reads one document, so name the one vendor that it is of");
  process.exit(2);
}
for (const vendor of vendors) {
  try {
    const update = await planUpdate(root, vendor, {
      spec: values.spec,
      allowedHosts: values["allow-host"],
      limits: defaultLimits,
      today: new Date().toISOString().slice(0, 10),
    });
    await writePlan(root, update.plan);
    print(vendor, update);
  } catch (error) {
    if (!(error instanceof IntakeError) && !(error instanceof SpecError)) throw error;
    // One vendor's closed site keeps nobody from the others.
    console.error(`${vendor}: ${error.message}`);
    process.exitCode = 1;
  }
}

function print(
  vendor: string,
  { state, changes, typeChanges, findings, idleActions, plan }: SpecUpdate,
): void {
  const told: Readonly<Record<SpecUpdate["state"], string>> = {
    unchanged: "the document is as it was",
    reworded: "the document was reworded; no fact of it changed",
    changed: `${changes.length} changes, ${typeChanges.length} of them in the package's types`,
    "prose changed": "the page changed, and only a person can read it: compare specs with it by hand",
  };
  console.log(`${vendor}: ${told[state]}`);
  const inTypes = new Set(typeChanges.map(formatChange));
  for (const change of changes) {
    const line = formatChange(change);
    console.log(`${vendor}:   ${line}${inTypes.has(line) ? "" : " (the overlay says so already)"}`);
  }
  for (const action of idleActions)
    console.log(`${vendor}:   the overlay's ${action} can go: the description says so now`);
  for (const { place, problem, done } of findings) console.log(`${vendor}:   ${place}: ${problem}. ${done}`);
  for (const file of plan.keys()) console.log(`${vendor}:   written: ${file}`);
}
