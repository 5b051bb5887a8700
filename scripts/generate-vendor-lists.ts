import { namesOf, type VendorName } from "./scaffold/vendor-name.ts";

const header =
  "// Generated from specs/, which has a folder for each vendor, by `pnpm generate`. Do not edit.\n";

/** The files that list every vendor, by their path below the root, so that nobody has to. */
export function generateVendorLists(vendors: readonly string[]): ReadonlyMap<string, string> {
  const names = vendors.toSorted().map((vendor) => namesOf(vendor));
  return new Map([
    ["packages/normalize/src/generated/vendors.ts", vendorExports(names)],
    ["packages/cli/src/generated/built-in-vendors.ts", vendorTable(names)],
    ["packages/cli/src/generated/vendor-fields.ts", fieldTables(names)],
  ]);
}

function vendorExports(names: readonly VendorName[]): string {
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

function vendorTable(names: readonly VendorName[]): string {
  return `${header}
import {
${names.map(({ camel }) => `  ${camel}Account,\n  ${camel}Capabilities,`).join("\n")}
  type BalanceAccount,
  type BuiltInVendor,
  type VendorCapabilities,
} from "@openbalance/normalize";

interface BuiltIn {
  readonly account: (options: never) => BalanceAccount;
  readonly capabilities: VendorCapabilities;
}

/** What makes an account of each vendor, and what its replies can fill. */
export const builtInVendors: Readonly<Record<BuiltInVendor, BuiltIn>> = {
${names.map(({ vendor, camel }) => `  ${key(vendor)}: { account: ${camel}Account, capabilities: ${camel}Capabilities },`).join("\n")}
};
`;
}

function fieldTables(names: readonly VendorName[]): string {
  return `${header}
import type { BuiltInVendor } from "@openbalance/normalize";
import type { FieldTable } from "@openbalance/normalize/drift";

/** The members that the description of each vendor has, for every call. Loaded when they are asked for. */
export const vendorFields: Readonly<Record<BuiltInVendor, () => Promise<{ readonly fields: FieldTable }>>> = {
${names.map(({ vendor }) => `  ${key(vendor)}: () => import("@openbalance/${vendor}/fields"),`).join("\n")}
};
`;
}

function key(vendor: string): string {
  return vendor.includes("-") ? JSON.stringify(vendor) : vendor;
}
