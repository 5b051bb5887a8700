import type { BalanceAccount, BalanceSnapshot, VendorCapabilities } from "@openbalance/normalize";
import type { FieldTable } from "@openbalance/normalize/drift";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a vendor's account is made of: text, or for a secret that changes a function that gives it. */
export type SettingValue = string | ((signal?: AbortSignal) => Promise<string>);
export type SettingValues = Readonly<Record<string, SettingValue | undefined>>;

/** One option of a vendor's account and the variable that holds it. */
export interface VendorSetting {
  readonly option: string;
  readonly variable: string;
  /**
   * A secret never stands in a configuration or on the command line; a setting may, and a flag is true or false. An
   * address is a setting that says where requests go, and secrets with them.
   */
  readonly kind: "secret" | "setting" | "flag" | "address";
  readonly brief: string;
  /** The words that it takes. Absent: any text. */
  readonly words?: readonly string[];
  /** The option of the account that it fills. Absent: the one of its own name. */
  readonly fills?: string;
}

/** Whether a vendor's API answers today, as far as that is known without an account there. */
export interface ApiState {
  readonly status: "alive" | "unknown" | "gone";
  /** Since when or how that is known, in a few words. */
  readonly note?: string;
}

/** What is to be known of one vendor to read it from a command line. */
export interface VendorVariables {
  readonly vendor: string;
  /** Its name as people write it. */
  readonly title: string;
  readonly api: ApiState;
  /** Pages of its console. Absent: none is known. */
  readonly links?: {
    /** Where a key is made. */
    readonly key?: string;
    /** Where to pay in more. */
    readonly topUp?: string;
  };
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
  /** The call that a balance came from, as `GET /balance`. Absent: the one call that its description has. */
  readonly balanceCall?: (snapshot: BalanceSnapshot) => string;
  /** What the demo asks the vendor's mock with, by option; it adds the addresses. */
  readonly demo: Readonly<Record<string, string>>;
  /** The members that its description has, for every call. */
  fields(): Promise<{ readonly fields: FieldTable }>;
  /** The settings that an account is made of: all that are set, but for those that another one stands in for. */
  taken(values: SettingValues): readonly VendorSetting[];
  /** Throws `config` when a value is missing or malformed. */
  open(values: SettingValues, ref: string): BalanceAccount;
}

/** What is set to nothing is as good as not set. */
export function isSet(value: SettingValue | undefined): value is SettingValue {
  return value !== undefined && value !== "";
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
