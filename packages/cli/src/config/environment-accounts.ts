import type { Environment, VendorVariables } from "../runtime/environment.ts";
import { vendorVariables } from "./vendor-variables.ts";
import { builtInAccount, type SettingSource, type WantedAccount } from "./wanted-account.ts";

/** One account for every vendor that has a variable set. */
export function environmentAccounts(environment: Environment): readonly WantedAccount[] {
  return vendorVariables
    .filter(({ settings }) => settings.some(({ variable }) => environment[variable] !== undefined))
    .map((known) => builtInAccount(known, known.vendor, fromEnvironment(known, environment)));
}

/** The values that the environment holds for a vendor. */
export function fromEnvironment({ settings }: VendorVariables, environment: Environment): SettingSource {
  const names = new Map(settings.map(({ option, variable }) => [option, variable]));
  return {
    // What is set to nothing (a secret that a CI does not have) is as good as not set.
    values: Object.fromEntries(
      settings.map(({ option, variable }) => [option, environment[variable] || undefined]),
    ),
    nameOf: (option) => names.get(option) ?? option,
  };
}
