import type { Capability, CapabilityField, VendorCapabilities } from "@openbalance/normalize";
import { markdownTable } from "./markdown-table.ts";

/** Every field, with what it says in a table; the compiler demands a line for each. */
const fields: Readonly<Record<CapabilityField, true>> = {
  total: true,
  available: true,
  availableIncludesCredit: true,
  held: true,
  "holds.amount": true,
  pending: true,
  pendingDirection: true,
  due: true,
  creditLimit: true,
  "parts.amount": true,
  "lifetime.deposited": true,
  "lifetime.spent": true,
  "equivalents.rate": true,
  "equivalents.total": true,
  "equivalents.available": true,
  "equivalents.parts.amount": true,
  "quota.limit": true,
  "quota.used": true,
  "quota.resetsAt": true,
  "quota.every": true,
  unlimited: true,
  pool: true,
  assetFrom: true,
  asOf: true,
  "account.id": true,
  "account.owner": true,
  "account.address": true,
  "account.name": true,
  "account.scope": true,
  state: true,
  spendable: true,
};

/** One table over all vendors. */
export function renderOverview(vendors: ReadonlyMap<string, VendorCapabilities>): string {
  return markdownTable(
    ["field", ...vendors.keys()],
    Object.keys(fields).map((field) => {
      const kinds = Array.from(vendors.values(), (table) => kindOf(capabilityOf(table, field)));
      return [`\`${field}\``].concat(kinds);
    }),
  );
}

/** A table for each vendor, with the places in its replies. */
export function renderDetails(vendors: ReadonlyMap<string, VendorCapabilities>): string {
  return [...vendors].map(([vendor, table]) => `## ${vendor}\n\n${renderVendor(table)}`).join("\n\n");
}

function renderVendor(table: VendorCapabilities): string {
  const rows = Object.keys(fields).flatMap((field) => {
    const capability = capabilityOf(table, field);
    return capability === undefined ? [] : [[`\`${field}\``, placeOf(capability)]];
  });
  const leftOut = Object.entries(table.leftOut).map(([pointer, reason]) => `\`${pointer}\` (${reason})`);
  const paragraphs = [
    markdownTable(["field", "comes from"], rows),
    describeBalances(table),
    ...(leftOut.length === 0 ? [] : [`Not in the snapshot: ${leftOut.join("; ")}.`]),
  ];
  return paragraphs.join("\n\n");
}

/** What its balances are, of which assets, and what an empty list means. */
function describeBalances({ left = ["funds"], assets, nothingLeft }: VendorCapabilities): string {
  const kinds = `What is left is of the kind ${left.map((kind) => `\`${kind}\``).join(" or ")}.`;
  const names = assets?.map(({ id }) => `\`${id}\``).join(", ");
  const units = names === undefined ? "The reply names the asset." : `Assets: ${names}.`;
  if (nothingLeft === undefined) return `${kinds} ${units}`;
  const { at, documentedAt } = nothingLeft;
  return `${kinds} ${units} An empty list at \`${at}\` means that nothing is left, by [the vendor's documents](${documentedAt}).`;
}

function capabilityOf(table: VendorCapabilities, field: string): Capability | undefined {
  return Object.entries(table.fields).find(([name]) => name === field)?.[1];
}

function kindOf(capability: Capability | undefined): string {
  if (capability === undefined) return "-";
  if ("reportedAt" in capability) return "reported";
  if ("derivedBy" in capability) return "derived";
  return "documentedAt" in capability ? "documented" : "requested";
}

function placeOf(capability: Capability): string {
  if ("reportedAt" in capability) {
    const { reportedAt, scale, negated } = capability;
    const factor = scale === "currency" ? ["in the currency's smallest unit"] : [];
    if (typeof scale === "number") factor.push(`times 10^${scale}`);
    if (negated === true) factor.push("sign turned");
    else if (negated !== undefined) factor.push(`sign turned at \`${negated.join("`, `")}\``);
    const places = reportedAt.map((pointer) => `\`${pointer}\``).join(", ");
    return [places, ...factor].join("; ");
  }
  if ("derivedBy" in capability) return `computed: ${capability.derivedBy}`;
  if ("requestedAs" in capability) return `the option \`${capability.requestedAs}\` of the account`;
  return `[the vendor's documents](${capability.documentedAt}), no reply`;
}
