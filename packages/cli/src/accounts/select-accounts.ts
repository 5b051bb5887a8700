import type { CliContext } from "../runtime/command-context.ts";
import type { Configuration } from "../config/configuration.ts";
import { loadConfiguration } from "../config/load-configuration.ts";
import { checkThresholds } from "../config/check-thresholds.ts";
import { didYouMean } from "../runtime/did-you-mean.ts";
import type { BalanceThreshold } from "../config/threshold.ts";
import { findVendor, vendorVariables } from "../config/vendor-variables.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { warn } from "../runtime/warn.ts";
import type { AccountFlags } from "./account-flags.ts";
import { environmentAccounts } from "../config/environment-accounts.ts";
import type { WantedAccount } from "../config/wanted-account.ts";

/** What the user wants read, and what else the configuration says. */
export interface Selection {
  readonly accounts: readonly WantedAccount[];
  readonly configuration: Configuration;
}

/** Selects accounts; on a terminal, the configuration in use is named first. */
export async function selectAccounts(context: CliContext, flags: AccountFlags): Promise<Selection> {
  const selection = await chooseAccounts(context, flags);
  nameConfiguration(context, selection.configuration);
  return selection;
}

/** The accounts of the configuration, else those of the environment, as far as the flags ask for them. */
export async function chooseAccounts(context: CliContext, flags: AccountFlags): Promise<Selection> {
  const { configuration, all } = await loadAccounts(context, flags.config);
  const vendors = flags.vendor ?? [];
  const refs = flags.account ?? [];
  for (const vendor of vendors) checkVendor(vendor, all);
  const ofVendors = all.filter(({ vendor }) => vendors.length === 0 || vendors.includes(vendor));
  for (const ref of refs) checkRef(ref, ofVendors);
  const accounts = ofVendors.filter(({ ref }) => refs.length === 0 || refs.includes(ref));
  if (accounts.length === 0) throw new UsageError(nothingConfigured());
  return { accounts, configuration };
}

/** The thresholds of the configuration. No account need be there to be read. */
export async function loadThresholds(
  context: CliContext,
  asked: string | undefined,
): Promise<readonly BalanceThreshold[]> {
  const { configuration } = await loadAccounts(context, asked);
  nameConfiguration(context, configuration);
  return configuration.thresholds;
}

/** Whoever looks on sees what decides, above all where a working directory brought it along. */
function nameConfiguration(context: CliContext, { file }: Configuration): void {
  if (file !== undefined && context.process.stderr.isTTY === true)
    warn(context, `configuration ${file.path}`);
}

async function loadAccounts(
  context: CliContext,
  asked: string | undefined,
): Promise<{ readonly configuration: Configuration; readonly all: readonly WantedAccount[] }> {
  const configuration = await loadConfiguration(context, asked);
  const all = configuration.accounts ?? environmentAccounts(context.environment);
  // Before anything narrows them: a threshold that no account can answer is wrong whatever is read today.
  checkThresholds(configuration.thresholds, all);
  return { configuration, all };
}

function checkVendor(vendor: string, accounts: readonly WantedAccount[]): void {
  if (accounts.some((account) => account.vendor === vendor)) return;
  const known = findVendor(vendor);
  if (known !== undefined) {
    throw new UsageError(`${vendor} is not configured; set ${wantedVariables(known)}`);
  }
  const names = new Set([...vendorVariables, ...accounts].map((each) => each.vendor));
  throw new UsageError(`there is no vendor "${vendor}"${didYouMean(vendor, [...names])}`);
}

function checkRef(ref: string, accounts: readonly WantedAccount[]): void {
  if (accounts.some((account) => account.ref === ref)) return;
  const names = accounts.map((account) => account.ref);
  throw new UsageError(`there is no account "${ref}"${didYouMean(ref, names)}`);
}

/** The variables that a vendor needs: `FLEXPRICE_API_KEY, FLEXPRICE_WALLET_ID and FLEXPRICE_REGION or …`. */
export function wantedVariables({ settings, needs }: (typeof vendorVariables)[number]): string {
  const variable = (option: string): string =>
    settings.find((each) => each.option === option)?.variable ?? option;
  // An address of one's own stands in for a region, but is not what most people lack.
  const groups = needs.map((group) =>
    group
      .filter((option) => option !== "baseUrl")
      .map(variable)
      .join(" or "),
  );
  return groups.length === 1 ? groups.join("") : `${groups.slice(0, -1).join(", ")} and ${groups.at(-1)}`;
}

function nothingConfigured(): string {
  const wanted = vendorVariables.map((known) => `  ${known.vendor.padEnd(10)} ${wantedVariables(known)}`);
  return [
    "no vendor is configured. Set the variables of at least one:",
    ...wanted,
    "or list accounts in openbalance.config.json. `openbalance vendors` tells more.",
  ].join("\n");
}
