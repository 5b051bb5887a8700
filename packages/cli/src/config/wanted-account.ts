import {
  BalanceError,
  isBalanceError,
  type BalanceAccount,
  type VendorCapabilities,
} from "@openbalance/normalize";
import { isSet, type SettingValues, type VendorVariables } from "../runtime/environment.ts";
import { fetchSecrets, type FetchLimits } from "./fetch-secrets.ts";

/** An account that is to be read, before anything of it has been tried. */
export interface WantedAccount {
  readonly vendor: string;
  /** The user's label of it. */
  readonly ref: string;
  /** Milliseconds between two reads, at least. */
  readonly shortestIntervalMs: number;
  /** What the vendor can state. Absent: it is not known of a vendor of the user's own. */
  readonly capabilities?: VendorCapabilities;
  /** What its credentials are called: names, never values. */
  readonly credentials: readonly string[];
  /** The files that hold them, where files do. */
  readonly keyFiles?: readonly string[];
  /** What they must be beside right. Absent: nothing is known. */
  readonly refusedHint?: string;
  /** Milliseconds that the vendor's clock is ahead. Absent: the vendor looks at no clock. */
  readonly measureClock?: (signal: AbortSignal) => Promise<number>;
  /** Makes the account, once. Throws `config`, naming the variable or the key of the configuration. */
  open(): BalanceAccount;
  /** Fetches the secrets that are fetched. Rejects with `config`, `timeout` or `aborted`, naming the one. */
  fetchSecrets(limits: FetchLimits): Promise<void>;
}

/** Where the values of an account come from, in words that the user knows. */
export interface SettingSource {
  readonly values: SettingValues;
  /** The name of an option as the user wrote it: a variable, or a key of the configuration. */
  nameOf(option: string): string;
  /** The files that secrets are read from. */
  readonly keyFiles?: readonly string[];
}

/** An account of a vendor that is built in. */
export function builtInAccount(
  known: VendorVariables,
  ref: string,
  { values, nameOf, keyFiles = [] }: SettingSource,
  shortestIntervalMs: number = known.shortestIntervalMs,
): WantedAccount {
  const { vendor, measureClock, capabilities } = known;
  const refusedHint = known.refusedHint?.(values);
  let account: BalanceAccount | undefined;
  const make = (all: SettingValues): BalanceAccount => {
    try {
      return known.open(all, ref);
    } catch (error) {
      if (!isBalanceError(error)) throw error;
      throw configFailure(vendor, ref, inTheUsersWords(error.message, known, values, nameOf));
    }
  };
  return {
    vendor,
    ref,
    shortestIntervalMs,
    capabilities,
    credentials: secretNames(known, values, nameOf),
    keyFiles,
    ...(refusedHint === undefined ? {} : { refusedHint }),
    ...(measureClock === undefined ? {} : { measureClock: (signal) => measureClock(values, signal) }),
    async fetchSecrets(limits) {
      const texts = await fetchSecrets({ vendor, ref, values, nameOf }, limits);
      // One that was fetched may be malformed as well as one that was given.
      if (Object.keys(texts).length > 0) make({ ...values, ...texts });
    },
    open() {
      if (account !== undefined) return account;
      const missing = known.needs.filter((group) => group.every((option) => !isSet(values[option])));
      if (missing.length > 0) {
        const names = missing.map((group) => group.map(nameOf).join(" or "));
        const verb = names.length > 1 ? "are" : "is";
        throw configFailure(vendor, ref, `${names.join(" and ")} ${verb} not set`);
      }
      refuseQuotes(known, values, nameOf, ref);
      account = make(values);
      return account;
    },
  };
}

/** An account of the user's own making, from a configuration that is code. */
export function ownAccount(account: BalanceAccount, shortestIntervalMs: number): WantedAccount {
  return {
    vendor: account.vendor,
    ref: account.ref,
    shortestIntervalMs,
    credentials: ["its credential"],
    open: () => account,
    fetchSecrets: async () => undefined,
  };
}

/** Refuses settings in quotes, which would be sent with them; the clients look at secrets themselves. */
function refuseQuotes(
  known: VendorVariables,
  values: SettingValues,
  nameOf: (option: string) => string,
  ref: string,
): void {
  const quoted = known.taken(values).find(({ option, kind }) => {
    const value = values[option];
    return kind !== "secret" && typeof value === "string" && /^(["'`]).*\1$/.test(value);
  });
  if (quoted === undefined) return;
  const remedy = "give it without them (`docker --env-file` keeps the quotes of a file)";
  throw configFailure(known.vendor, ref, `${nameOf(quoted.option)} stands in quotes; ${remedy}`);
}

/** What the credentials are called that the account is made of; all that it may be made of where none is given. */
function secretNames(
  known: VendorVariables,
  values: SettingValues,
  nameOf: (option: string) => string,
): readonly string[] {
  const given = known.taken(values).filter(({ kind }) => kind === "secret");
  const secrets = known.settings.filter(({ kind }) => kind === "secret");
  return (given.length > 0 ? given : secrets).map(({ option }) => nameOf(option));
}

/** The clients name their options in backticks; the user knows variables and keys of the configuration. */
function inTheUsersWords(
  message: string,
  known: VendorVariables,
  values: SettingValues,
  nameOf: (option: string) => string,
): string {
  const settings = [...known.taken(values), ...known.settings];
  return message.replace(`${known.vendor}: `, "").replaceAll(/`(\w+)`/g, (quoted, name: string) => {
    const filling = settings.find(({ option, fills = option }) => fills === name);
    return filling === undefined ? quoted : nameOf(filling.option);
  });
}

function configFailure(vendor: string, account: string, reason: string): BalanceError {
  return new BalanceError({ code: "config", vendor, account, message: `${vendor}: ${reason}` });
}
