// Adds a vendor: `pnpm add-vendor acme --spec <file, URL or saved docs page> --operation "GET /balance"`.
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { listVendors, SpecError } from "@openbalance/specs";
import { renewLists } from "./generate/renew-lists.ts";
import { IntakeError } from "./intake/intake-error.ts";
import { defaultLimits } from "./intake/read-source.ts";
import { addVendor } from "./scaffold/add-vendor.ts";

const usage = `pnpm add-vendor <name> --spec <file, URL or saved docs page> [--operation <id or "GET /path">]...

  --operation    what to keep, by id or as "GET /path"; the first reads the balance
  --title        how people write the vendor's name, such as GlyphRun
  --credential   what the vendor calls its credential, as an option: apiKey, token, managementKey
  --page         the address of the page, where --spec is a saved copy of it
  --errors       kept (default), or cut-off: replies that are no success lose their schema
  --wording      ours (default): the vendor's sentences are left out; vendor: they are kept
  --allow-host   a host that references may lead to beside the document's own; can be repeated
  --max-bytes    the size that a document may have (default ${defaultLimits.maxBytes})
  --root         another workspace than this one

Without --spec the package is made of the description that stands in specs/<name>.`;

try {
  await run();
} catch (error) {
  const known = error instanceof IntakeError || error instanceof SpecError;
  const wrongArguments =
    error instanceof TypeError && String(Reflect.get(error, "code")).startsWith("ERR_PARSE_ARGS");
  if (!known && !wrongArguments) throw error;
  console.error(wrongArguments ? `${error.message}\n\n${usage}` : `${error.message}\nNothing was written.`);
  process.exitCode = wrongArguments ? 2 : 1;
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      spec: { type: "string" },
      operation: { type: "string", multiple: true, default: [] },
      title: { type: "string" },
      credential: { type: "string" },
      page: { type: "string" },
      errors: { type: "string", default: "kept" },
      wording: { type: "string", default: "ours" },
      "allow-host": { type: "string", multiple: true, default: [] },
      "max-bytes": { type: "string", default: String(defaultLimits.maxBytes) },
      root: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [vendor, ...others] = positionals;
  if (values.help === true) return console.log(usage);
  const { errors, wording } = values;
  if (
    vendor === undefined ||
    others.length > 0 ||
    !isOneOf(["kept", "cut-off"], errors) ||
    !isOneOf(["ours", "vendor"], wording)
  ) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const root = values.root === undefined ? new URL("../", import.meta.url) : pathToFileURL(`${values.root}/`);
  const added = await addVendor(root, vendor, {
    spec: values.spec,
    title: values.title,
    credential: values.credential,
    page: values.page,
    operations: values.operation,
    errors,
    wording,
    allowedHosts: values["allow-host"],
    limits: { ...defaultLimits, maxBytes: Number(values["max-bytes"]) },
    today: new Date().toISOString().slice(0, 10),
  });
  for (const file of added.files) console.log(`written: ${file}`);
  // An install looks at the manifests, which `pnpm generate` could write only once it can load the packages.
  if (added.complete) await renewLists({ root, check: false }, await listVendors(new URL("specs/", root)));
  for (const { place, problem, done, repairs = [] } of added.findings) {
    if (repairs.length > 0) console.log(`mended: ${place}: ${problem}. ${done}`);
  }
  for (const decision of added.decisions) console.log(`to decide: ${decision}`);
  if (added.complete) console.log(`next: pnpm install && pnpm generate && pnpm test ${vendor}`);
}

function isOneOf<Word extends string>(words: readonly Word[], text: string): text is Word {
  return (words as readonly string[]).includes(text);
}
