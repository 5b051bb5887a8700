import type { Capability, VendorCapabilities } from "@openbalance/normalize";
import type { Style } from "../../output/style.ts";
import { formatTable, type Cell, type Column } from "../../output/table.ts";

interface Capable {
  readonly vendor: string;
  readonly capabilities: VendorCapabilities;
}

/** What each vendor states, what is computed of it, and what it never says: a line for every field. */
export function formatCapabilities(vendors: readonly Capable[], style: Style): string {
  const fields = [...new Set(vendors.flatMap(({ capabilities }) => Object.keys(capabilities.fields)))];
  const columns: readonly Column[] = ["FIELD", ...vendors.map(({ vendor }) => vendor.toUpperCase())].map(
    (title) => ({ title, align: "left" }),
  );
  const rows = fields.map((field): readonly Cell[] => {
    const cells = vendors.map(({ capabilities }) => {
      // The names come from these very records.
      return cellOf(capabilities.fields[field as keyof VendorCapabilities["fields"]]);
    });
    return [{ text: field } as Cell].concat(cells);
  });
  return formatTable(columns, rows, style);
}

function cellOf(capability: Capability | undefined): Cell {
  if (capability === undefined) return { text: "never", format: "dim" };
  if ("reportedAt" in capability) return { text: "reported" };
  if ("derivedBy" in capability) return { text: "derived" };
  return { text: "documentedAt" in capability ? "documented" : "requested" };
}
