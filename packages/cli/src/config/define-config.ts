import type { BalanceAccount, BalanceScope, ThresholdField } from "@openbalance/normalize";

/** Where a secret is to be found. The secret itself never stands in a configuration. */
export type SecretSource =
  /** A variable of the environment. */
  | { readonly env: string }
  /** A file that holds the secret alone; relative to the configuration. Read again at every request. */
  | { readonly file: string }
  /** A program and its arguments, run without a shell, that prints the secret. Run again after five minutes. */
  | { readonly command: readonly [program: string, ...parameters: string[]] };

/** An account of a built-in vendor. What is left out is taken from the vendor's usual variables. */
export interface AccountEntry {
  /** `telnyx`, `flexprice`, …: see `openbalance vendors`. */
  readonly vendor: string;
  /** Your label of the account; the vendor's name when left out. */
  readonly ref?: string;
  /** The shortest time between two reads, such as `10s`, in place of what is known of the vendor's limit. */
  readonly shortestInterval?: string;
  /** The vendor's options: secrets by their source, others as text, true or false, or from a variable. */
  readonly [option: string]: string | boolean | SecretSource | undefined;
}

/** An amount that a balance must not be below. */
export interface ThresholdEntry {
  /** The vendor of the account, built in or your own. */
  readonly vendor: string;
  /** Absent: every account of the vendor. */
  readonly account?: string;
  /** Its code (`USD`) or id (`iso4217:USD`). Absent: the account's one row that states the amount. */
  readonly asset?: string;
  /** The id of a pool of that asset, such as `issuing`. Absent: what stands in no pool. */
  readonly pool?: string;
  /** Whose balance is meant, where it is not the account's: `key` for what one key may use. */
  readonly scope?: BalanceScope;
  /** Default `left`: what can be spent where the vendor states it, else the total. `quota` names an allowance. */
  readonly field?: ThresholdField;
  /** A decimal number as text, in units of the asset. */
  readonly below: string;
  /** From where on it has recovered. Default: the threshold and `watch.hysteresis` on top. */
  readonly recoverAt?: string;
}

/** What `openbalance.config.json` or `openbalance.config.ts` holds. */
export interface OpenbalanceConfig {
  /** For editors alone. */
  readonly $schema?: string;
  /** In place of what the environment names. A configuration that is code may hold accounts of its own vendors. */
  readonly accounts?: readonly (AccountEntry | BalanceAccount)[];
  /** What `guard`, `watch` and `serve` hold balances against, unless the command line says. */
  readonly thresholds?: readonly ThresholdEntry[];
  /** How `watch` reads and tells. */
  readonly watch?: {
    /** Time between two readings, such as `5m`. */
    readonly every?: string;
    /** How far above a threshold counts as recovered, such as `5%`. */
    readonly hysteresis?: string;
    /** An address that gets a Slack-compatible message. It is a secret: it lets anyone post. */
    readonly webhook?: SecretSource;
  };
}

/** Gives the configuration back, so that an editor knows its type. */
export function defineConfig(config: OpenbalanceConfig): OpenbalanceConfig {
  return config;
}
