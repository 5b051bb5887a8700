import type { BalanceAccount } from "@openbalance/normalize";
import {
  isSet,
  textOf,
  type SettingValues,
  type VendorSetting,
  type VendorVariables,
} from "./environment.ts";

/** What a vendor's file in `built-in` says of it; what it leaves out has the usual value. */
export interface VendorEntry
  extends
    Pick<VendorVariables, "title" | "api" | "settings" | "demo">,
    Partial<
      Pick<
        VendorVariables,
        "links" | "needs" | "shortestIntervalMs" | "refusedHint" | "measureClock" | "balanceCall"
      >
    > {
  /** Which options one of them stands in for, once it is set: `{ accessToken: ["apiKey"] }`. Absent: none. */
  readonly inPlaceOf?: (values: SettingValues) => Readonly<Record<string, readonly string[]>>;
}

/** The same with what the packages of the vendor hold, as the generated list has it. */
export interface BuiltIn extends VendorEntry, Pick<VendorVariables, "capabilities" | "fields"> {
  readonly account: (options: never) => BalanceAccount;
}

/** Fills in the usual: all but another address and flags is needed, and a key may ask every 30 seconds. */
export function vendorFromEntry(
  vendor: string,
  { inPlaceOf = () => ({}), account, ...entry }: BuiltIn,
): VendorVariables {
  const needed = entry.settings.filter(({ option, kind }) => option !== "baseUrl" && kind !== "flag");
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
