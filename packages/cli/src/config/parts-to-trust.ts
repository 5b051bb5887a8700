import type { AccountEntry, SecretSource } from "./define-config.ts";
import type { ParsedConfig } from "./parse-config.ts";
import { findVendor } from "./vendor-variables.ts";

/**
 * What a configuration that anyone may have written must not do by itself, each with its place: run a program, send a
 * secret or a notice to an address of its own. The rest says which accounts are read and what of them is enough, and
 * goes to the vendors alone.
 */
export function partsToTrust({ config, placeOf }: ParsedConfig): readonly string[] {
  const { accounts = [], watch } = config;
  const ofAccounts = accounts.flatMap((account, index) => {
    // In a configuration that is no code every account is an entry.
    const entry = account as AccountEntry;
    return Object.entries(entry).flatMap(([option, value]) => {
      const part = partOf(entry.vendor, option, value);
      return part === undefined
        ? []
        : [`${placeOf(["accounts", index, option])}: accounts[${index}].${option} ${part}`];
    });
  });
  const webhook = watch?.webhook;
  // Only the user gives a variable its value.
  if (webhook === undefined || "env" in webhook) return ofAccounts;
  const part = runsProgram(webhook) ? "runs a program" : "is an address that balances would be sent to";
  return [...ofAccounts, `${placeOf(["watch", "webhook"])}: watch.webhook ${part}`];
}

function partOf(vendor: string, option: string, value: AccountEntry[string]): string | undefined {
  if (runsProgram(value)) return "runs a program";
  const setting = findVendor(vendor)?.settings.find((each) => each.option === option);
  return setting?.kind === "address" ? "is an address that a secret would be sent to" : undefined;
}

function runsProgram(value: string | boolean | SecretSource | undefined): boolean {
  return typeof value === "object" && "command" in value;
}
