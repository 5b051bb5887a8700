import type { VendorVariables } from "@openbalance/cli/vendors";
import { namesOf } from "../scaffold/vendor-name.ts";
import { markdownTable } from "./markdown-table.ts";
import type { PageFacts } from "./page-facts.ts";

/** A vendor with what its page says of it. */
export interface PagedVendor {
  readonly known: VendorVariables;
  readonly facts: PageFacts;
}

/** The vendors in README.md. */
export function renderPackages(vendors: readonly PagedVendor[]): string {
  return markdownTable(
    ["vendor", "package", "its API today"],
    vendors.map(({ known }) => [
      `[${known.title}](docs/vendors/${known.vendor}.md)`,
      `[\`@openbalance/${known.vendor}\`](packages/${known.vendor}/README.md)`,
      stateOf(known),
    ]),
  );
}

/** The vendors in their list. */
export function renderVendors(vendors: readonly PagedVendor[]): string {
  return markdownTable(
    ["vendor", "its API today", "description", "amounts on the wire", "what its row is counted in"],
    vendors.map(({ known, facts }) => [
      `[${known.title}](${known.vendor}.md)`,
      stateOf(known),
      facts.described,
      facts.amounts,
      facts.counts,
    ]),
  );
}

/** What each mapping was held against. */
export function renderVerification(vendors: readonly PagedVendor[]): string {
  return markdownTable(
    ["vendor", "verified against", "unknown"],
    vendors.map(({ known, facts }) => [known.title, facts.verified, facts.unknown]),
  );
}

/** The variables of all vendors. */
export function renderVariables(vendors: readonly PagedVendor[]): string {
  return markdownTable(
    ["vendor", "variables"],
    vendors.map(({ known }) => [known.vendor, variablesOf(known)]),
  );
}

/** What the vendor's own page says of it before anything else. */
export function renderFacts({ known }: PagedVendor): string {
  const { vendor, links } = known;
  const shown = [
    ...(links?.key === undefined ? [] : [`[where a key is made](${links.key})`]),
    ...(links?.topUp === undefined ? [] : [`[where to top up](${links.topUp})`]),
  ];
  return [
    `- **Its API today:** ${stateOf(known)}`,
    `- **Packages:** [\`@openbalance/${vendor}\`](../../packages/${vendor}/README.md), \`${namesOf(vendor).camel}Account\` of \`@openbalance/normalize\``,
    `- **Environment:** ${variablesOf(known)}`,
    ...(shown.length === 0 ? [] : [`- **Its console:** ${shown.join(", ")}`]),
  ].join("\n");
}

function stateOf({ api: { status, note } }: VendorVariables): string {
  return note === undefined ? status : `${status} (${note})`;
}

/** What is needed, then what may be left out: `A_KEY`, `A_TOKEN` or `A_SECRET`; `A_BASE_URL`. */
function variablesOf({ settings, needs }: VendorVariables): string {
  const groups = needs.map((group) => group.map((option) => inWords(settings, option)).join(" or "));
  const needed = new Set(needs.flat());
  const others = settings.flatMap(({ option }) => (needed.has(option) ? [] : [inWords(settings, option)]));
  return [groups.join(", "), others.join(", ")].filter((part) => part !== "").join("; ");
}

function inWords(settings: VendorVariables["settings"], option: string): string {
  const setting = settings.find((each) => each.option === option);
  if (setting === undefined) throw new Error(`what needs ${option} has no such setting`);
  const words = setting.kind === "flag" ? ["true", "false"] : setting.words;
  return `\`${setting.variable}\`${words === undefined ? "" : ` (${words.join(" or ")})`}`;
}
