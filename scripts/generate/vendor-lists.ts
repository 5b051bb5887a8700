import { namesOf, type VendorName } from "../scaffold/vendor-name.ts";

const header =
  "// Generated from specs/, which has a folder for each vendor, by `pnpm generate`. Do not edit.\n";

/** The files that list every vendor, by their path below the root, so that nobody has to. Vendors come in their order. */
export function vendorLists(vendors: readonly string[]): ReadonlyMap<string, string> {
  const names = vendors.map((vendor) => namesOf(vendor));
  return new Map([
    ["packages/normalize/src/generated/vendors.ts", vendorExports(names)],
    ["packages/cli/src/generated/built-in-vendors.ts", builtInVendors(names)],
  ]);
}

function vendorExports(inOrder: readonly VendorName[]): string {
  const names = byAlphabet(inOrder);
  return `${header}
${names.map(({ pascal, vendor }) => `import type { ${pascal}Snapshot } from "../vendors/${vendor}.ts";`).join("\n")}

${names.map(({ vendor }) => `export * from "../vendors/${vendor}.ts";`).join("\n")}

/** A snapshot of any vendor that this package knows; \`vendor\` tells which, and with it the type of \`raw\`. */
export type BuiltInSnapshot =
${names.map(({ pascal }) => `  | ${pascal}Snapshot`).join("\n")};

/** The vendors that this package knows, for switches that the compiler keeps complete. */
export type BuiltInVendor = BuiltInSnapshot["vendor"];
`;
}

function builtInVendors(names: readonly VendorName[]): string {
  const imported = byAlphabet(names);
  return `${header}
import {
${imported.map(({ camel }) => `  ${camel}Account,\n  ${camel}Capabilities,`).join("\n")}
  type BuiltInVendor,
} from "@openbalance/normalize";
${imported.map(({ camel, vendor }) => `import { ${camel} } from "../built-in/${vendor}.ts";`).join("\n")}
import type { BuiltIn } from "../built-in/vendor-entry.ts";

/** What is known of each vendor: those that are gone last, else in the order of the alphabet. */
export const builtInVendors: Readonly<Record<BuiltInVendor, BuiltIn>> = {
${names.map((name) => builtInVendor(name)).join("\n")}
};
`;
}

function builtInVendor({ vendor, camel }: VendorName): string {
  return `  ${vendor.includes("-") ? JSON.stringify(vendor) : vendor}: {
    ...${camel},
    account: ${camel}Account,
    capabilities: ${camel}Capabilities,
    fields: () => import("@openbalance/${vendor}/fields"),
  },`;
}

function byAlphabet(names: readonly VendorName[]): readonly VendorName[] {
  return names.toSorted((one, other) => (one.vendor < other.vendor ? -1 : 1));
}
