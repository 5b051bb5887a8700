import type { BalanceAccount } from "@openbalance/normalize";
import { builtInAccount, ownAccount, type WantedAccount } from "./wanted-account.ts";
import { fromEnvironment } from "./environment-accounts.ts";
import { parseDuration } from "../runtime/duration.ts";
import type { SettingValue, VendorVariables } from "../runtime/environment.ts";
import { findVendor } from "./vendor-variables.ts";
import type { BalanceThreshold } from "./threshold.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { isOwnAccount } from "./config-schema.ts";
import type { ConfigFile } from "./config-file.ts";
import type { Configuration } from "./configuration.ts";
import type { AccountEntry, SecretSource, ThresholdEntry } from "./define-config.ts";
import type { ParsedConfig } from "./parse-config.ts";
import { parsePercentage } from "../runtime/percentage.ts";
import { describeMissing } from "./fetch-secrets.ts";
import { isVariableName } from "./plain-word.ts";
import { secretFile, secretValue, type SecretPlace } from "./secret-source.ts";

const ownShortestIntervalMs = 30_000;

/** Where an account stands in the configuration. */
interface EntryPlace {
  /** Such as `accounts[0]`. */
  readonly key: string;
  /** The file and line of one of its options. */
  ofOption(option: string): string;
}

/** Makes accounts and thresholds of a configuration that was checked. */
export function readConfiguration(
  { config, placeOf }: ParsedConfig,
  file: ConfigFile,
  source: SecretPlace,
): Configuration {
  const accounts = config.accounts?.map((entry, index) => {
    // Told apart at run time, since an entry may have any option.
    if (isOwnAccount(entry)) return ownAccount(entry as BalanceAccount, ownShortestIntervalMs);
    const place = {
      key: `accounts[${index}]`,
      ofOption: (option: string) => placeOf(["accounts", index, option]),
    };
    return configuredAccount(entry as AccountEntry, place, source);
  });
  checkLabels(accounts ?? [], file.path);
  const { every, hysteresis, webhook } = config.watch ?? {};
  return {
    file,
    ...(accounts === undefined ? {} : { accounts }),
    thresholds: (config.thresholds ?? []).map((entry, index) => {
      return readThreshold(entry, `${placeOf(["thresholds", index])}: thresholds[${index}]`);
    }),
    watch: {
      ...optional("everyMs", every === undefined ? undefined : parseDuration(every)),
      ...optional("hysteresis", hysteresis === undefined ? undefined : parsePercentage(hysteresis)),
      ...optional("webhook", webhook === undefined ? undefined : webhookOf(webhook, source)),
    },
  };
}

function configuredAccount(entry: AccountEntry, place: EntryPlace, source: SecretPlace): WantedAccount {
  const { vendor, ref = vendor, shortestInterval } = entry;
  const known = findVendor(vendor);
  if (known === undefined) throw new TypeError(`the schema let the vendor ${vendor} through`);
  const usual = fromEnvironment(known, source.environment);
  const given = (option: string): AccountEntry[string] => {
    // What every object has is not what the user wrote.
    return Object.hasOwn(entry, option) ? entry[option] : undefined;
  };
  const namesSecret = known.settings.some(
    ({ option, kind }) => kind === "secret" && given(option) !== undefined,
  );
  if (!namesSecret) refuseAddress(known, given, place);
  const value = ({ option, kind }: VendorVariables["settings"][number]): SettingValue | undefined => {
    const own = given(option);
    if (typeof own === "string" || typeof own === "boolean") return String(own);
    if (own !== undefined) return secretValue(own, source);
    // A key of the environment must not be mixed with a secret of another account.
    return kind === "secret" && namesSecret ? undefined : usual.values[option];
  };
  const values = Object.fromEntries(known.settings.map((setting) => [setting.option, value(setting)]));
  const nameOf = (option: string): string => {
    const own = given(option);
    if (own === undefined) return namesSecret ? `${place.key}.${option}` : usual.nameOf(option);
    return typeof own === "object" && "env" in own
      ? variableIn(own.env, `${place.key}.${option}`, source)
      : `${place.key}.${option}`;
  };
  const keyFiles = known.settings.flatMap(({ option }) => {
    const own = given(option);
    return typeof own === "object" && "file" in own ? [secretFile(own.file, source.folder)] : [];
  });
  const shortestIntervalMs = shortestInterval === undefined ? undefined : parseDuration(shortestInterval);
  return builtInAccount(known, ref, { values, nameOf, keyFiles }, shortestIntervalMs);
}

/** A key of the environment was meant for the vendor, so it goes to no address that a configuration says. */
function refuseAddress(
  { settings }: VendorVariables,
  given: (option: string) => unknown,
  { key, ofOption }: EntryPlace,
): void {
  const address = settings.find(({ option, kind }) => kind === "address" && given(option) !== undefined);
  const secret = settings.find(({ kind }) => kind === "secret");
  if (address === undefined || secret === undefined) return;
  const remedy = `"${secret.option}": { "env": "${secret.variable}" }`;
  throw new UsageError(
    `${ofOption(address.option)}: ${key}.${address.option} is sent no key but one that stands beside it, such as ${remedy}`,
  );
}

/** The name of a variable; where it may be a key that was written in its place, where it stands. */
function variableIn(name: string, place: string, { environment }: SecretPlace): string {
  return isVariableName(name, environment) ? name : `the variable of ${place}`;
}

/** Only `watch` needs the address, so only there it is missed. */
function webhookOf(webhook: SecretSource, source: SecretPlace): SettingValue {
  const value = secretValue(webhook, source);
  const name = "env" in webhook ? variableIn(webhook.env, "watch.webhook", source) : "watch.webhook";
  // A function also keeps the address out of what shows a configuration.
  return async (signal) => {
    if (value === undefined) throw new UsageError(`${name} is not set`);
    try {
      return typeof value === "string" ? value : await value(signal);
    } catch (error) {
      throw new UsageError(`${name}: ${describeMissing(error)}`, { cause: error });
    }
  };
}

function checkLabels(accounts: readonly WantedAccount[], file: string): void {
  const seen = new Set<string>();
  for (const { vendor, ref } of accounts) {
    const label = `${vendor} ${ref}`;
    if (seen.has(label)) {
      throw new UsageError(
        `${file}: two accounts of ${vendor} are labelled "${ref}"; give each a \`ref\` of its own`,
      );
    }
    seen.add(label);
  }
}

function readThreshold({ below, field = "left", ...rest }: ThresholdEntry, origin: string): BalanceThreshold {
  // The schema let only decimal numbers through.
  return { ...rest, field, amount: below, origin } as BalanceThreshold;
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  // A computed key loses its literal type, which is the only thing said here.
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}
