import {
  isSet,
  textOf,
  type SettingValues,
  type VendorSetting,
  type VendorVariables,
} from "../runtime/environment.ts";
import { builtInVendors } from "../generated/built-in-vendors.ts";
import type { BuiltIn } from "../built-in/vendor-entry.ts";

export type { VendorVariables } from "../runtime/environment.ts";

/** The vendors in the order in which they are printed: those that are gone last, else by the alphabet. */
export const vendorVariables: readonly VendorVariables[] = Object.entries(builtInVendors).map(
  ([vendor, builtIn]) => vendorFromEntry(vendor, builtIn),
);

/** What is known of a vendor by its name; undefined for one of the user's own making. */
export function findVendor(name: string): VendorVariables | undefined {
  return vendorVariables.find(({ vendor }) => vendor === name);
}

/** Fills in the usual: all but another address and flags is needed, and a key may ask every 30 seconds. */
function vendorFromEntry(
  vendor: string,
  { inPlaceOf = () => ({}), account, ...entry }: BuiltIn,
): VendorVariables {
  const needed = entry.settings.filter(({ kind }) => kind !== "address" && kind !== "flag");
  const taken = (values: SettingValues): readonly VendorSetting[] => {
    const given = entry.settings.filter(({ option }) => isSet(values[option]));
    const instead = inPlaceOf(values);
    const leftOut = new Set(given.flatMap(({ option }) => instead[option] ?? []));
    return given.filter(({ option }) => !leftOut.has(option));
  };
  return {
    vendor,
    needs: needed.map(({ option }) => [option]),
    shortestIntervalMs: 30_000,
    taken,
    // Any text may stand in a variable; the factory of the account refuses what it cannot use.
    open: (values, ref) => account({ ...optionsOf(taken(values), values), ref } as never),
    ...entry,
  };
}

/** Secrets as they are, flags as what they say, the rest as text. */
function optionsOf(settings: readonly VendorSetting[], values: SettingValues): object {
  const options = settings.map(({ option, kind, fills = option }) => {
    const value = values[option];
    const isFlag = kind === "flag" && (value === "true" || value === "false");
    return [fills, isFlag ? value === "true" : kind === "secret" ? value : textOf(value)] as const;
  });
  return Object.fromEntries(options.filter(([, value]) => value !== undefined));
}
