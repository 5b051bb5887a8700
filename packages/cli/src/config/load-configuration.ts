import { dirname } from "node:path";
import type { WantedAccount } from "../accounts/wanted-account.ts";
import type { CliContext } from "../command-context.ts";
import type { SettingValue } from "../environment.ts";
import type { BalanceThreshold } from "../guard/threshold.ts";
import { findConfigFile } from "./config-file.ts";

/** What the configuration says, or nothing at all where there is none. */
export interface Configuration {
  /** Absent: none was found. */
  readonly file?: string;
  /** Absent: the configuration lists none, so the environment tells. */
  readonly accounts?: readonly WantedAccount[];
  readonly thresholds: readonly BalanceThreshold[];
  readonly watch: {
    readonly everyMs?: number;
    /** A share of the threshold. */
    readonly hysteresis?: `${number}`;
    readonly webhook?: SettingValue;
  };
}

/** Loads the configuration where there is one. Throws `UsageError` when it is wrong. */
export async function loadConfiguration(
  { directory, environment }: CliContext,
  asked: string | undefined,
): Promise<Configuration> {
  const file = await findConfigFile(asked, directory, environment);
  if (file === undefined) return { thresholds: [], watch: {} };
  // Most runs have no configuration and need none of what reads one.
  const [{ parseConfig }, { readConfiguration }] = await Promise.all([
    import("./parse-config.ts"),
    import("./read-configuration.ts"),
  ]);
  return readConfiguration(await parseConfig(file), file, dirname(file), environment);
}
