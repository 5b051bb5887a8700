import type { VendorVariables } from "./environment.ts";
import { builtInVendors } from "./generated/built-in-vendors.ts";
import { vendorFromEntry } from "./vendor-entry.ts";

export type { VendorVariables } from "./environment.ts";

/** The vendors in the order in which they are printed: those that are gone last, else by the alphabet. */
export const vendorVariables: readonly VendorVariables[] = Object.entries(builtInVendors).map(
  ([vendor, builtIn]) => vendorFromEntry(vendor, builtIn),
);

/** What is known of a vendor by its name; undefined for one of the user's own making. */
export function findVendor(name: string): VendorVariables | undefined {
  return vendorVariables.find(({ vendor }) => vendor === name);
}
