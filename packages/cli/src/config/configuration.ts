import type { ConfigFile } from "./config-file.ts";
import type { WantedAccount } from "./wanted-account.ts";
import type { SettingValue } from "../runtime/environment.ts";
import type { BalanceThreshold } from "./threshold.ts";

/** What the configuration says, or nothing at all where there is none. */
export interface Configuration {
  /** Absent: none was found. */
  readonly file?: ConfigFile;
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
