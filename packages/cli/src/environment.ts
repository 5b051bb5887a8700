import type { BalanceAccount, VendorCapabilities } from "@openbalance/normalize";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a vendor's account is made of: text, or for a secret that changes a function that gives it. */
export type SettingValue = string | (() => Promise<string>);
export type SettingValues = Readonly<Record<string, SettingValue | undefined>>;

/** One option of a vendor's account and the variable that holds it. */
export interface VendorSetting {
  readonly option: string;
  readonly variable: string;
  /** A secret never stands in a configuration or on the command line; a setting may. */
  readonly kind: "secret" | "setting";
  readonly brief: string;
}

/** What is to be known of one vendor to read it from a command line. */
export interface VendorVariables {
  readonly vendor: string;
  readonly settings: readonly VendorSetting[];
  /** What its replies can fill. */
  readonly capabilities: VendorCapabilities;
  /** Groups of options; one option of every group is needed. */
  readonly needs: readonly (readonly string[])[];
  /** Milliseconds between two reads of a key, at least: a tenth of the documented rate, or 30 s where none is. */
  readonly shortestIntervalMs: number;
  /** What a key must be beside right. */
  readonly refusedHint?: (values: SettingValues) => string | undefined;
  /** Milliseconds that the vendor's clock is ahead of this machine's. Absent: the vendor looks at no clock. */
  readonly measureClock?: (values: SettingValues, signal: AbortSignal) => Promise<number>;
  /** Throws `config` when a value is missing or malformed. */
  open(values: SettingValues, ref: string): BalanceAccount;
}

/** A vendor as the list describes it; what is left out has the usual value. */
export interface VendorEntry extends Partial<VendorVariables> {
  readonly vendor: string;
  readonly settings: readonly VendorSetting[];
  readonly capabilities: VendorCapabilities;
  /** Takes every option that is set, unless `open` says how an account is made. */
  readonly account: (options: never) => BalanceAccount;
}

/** Fills in the usual: all but another address is needed, and a key may ask every 30 seconds. */
export function vendorFromEntry({ account, ...entry }: VendorEntry): VendorVariables {
  const needed = entry.settings.filter(({ option }) => option !== "baseUrl");
  return {
    needs: needed.map(({ option }) => [option]),
    shortestIntervalMs: 30_000,
    // Any text may stand in a variable; the factory of the account refuses what it cannot use.
    open: (values, ref) => account({ ...optionsOf(entry.settings, values), ref } as never),
    ...entry,
  };
}

/** What is set: secrets as they are, the rest as text. */
function optionsOf(settings: readonly VendorSetting[], values: SettingValues): SettingValues {
  const set = settings.flatMap(({ option, kind }) => {
    const value = kind === "secret" ? values[option] : textOf(values[option]);
    return value === undefined ? [] : [[option, value] as const];
  });
  return Object.fromEntries(set);
}

/** A key, a token or a password. */
export function secret(option: string, variable: string, brief: string): VendorSetting {
  return { option, variable, kind: "secret", brief };
}

/** What is no secret. */
export function setting(option: string, variable: string, brief: string): VendorSetting {
  return { option, variable, kind: "setting", brief };
}

/** Another address of the API, which every vendor's account takes. */
export function address(variable: string, brief = "address of the API"): VendorSetting {
  return setting("baseUrl", variable, brief);
}

/** The text of a value; undefined for a function that gives a secret. */
export function textOf(value: SettingValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** An option that is set to a text, or nothing at all. */
export function textOption<Name extends string>(
  name: Name,
  value: SettingValue | undefined,
): { readonly [Key in Name]?: string } {
  const text = textOf(value);
  // A computed key loses its literal type, which is the only thing said here.
  return (text === undefined ? {} : { [name]: text }) as { readonly [Key in Name]?: string };
}
