import type { FlagParametersForType } from "@stricli/core";
import type { CliContext } from "../runtime/command-context.ts";
import { durationFlag } from "../runtime/duration.ts";
import { UsageError } from "../runtime/usage-error.ts";

/** What every command that reads accepts. */
export interface AccountFlags {
  readonly vendor?: readonly string[];
  readonly account?: readonly string[];
  readonly config?: string;
  readonly timeout?: number;
  readonly concurrency?: number;
}

/** The flags of every command that reads. */
export const accountFlags: FlagParametersForType<AccountFlags, CliContext> = {
  vendor: {
    kind: "parsed",
    parse: String,
    async proposeCompletions(partial) {
      // Help and completion of anything else need no vendor.
      const { vendorVariables } = await import("../config/vendor-variables.ts");
      return vendorVariables.map(({ vendor }) => vendor).filter((vendor) => vendor.startsWith(partial));
    },
    brief: "Only this vendor; several with commas",
    placeholder: "name",
    optional: true,
    variadic: ",",
  },
  account: {
    kind: "parsed",
    parse: String,
    brief: "Only the account with this label; several with commas",
    placeholder: "label",
    optional: true,
    variadic: ",",
  },
  config: {
    kind: "parsed",
    parse: String,
    brief: "Configuration to use, in place of openbalance.config.* where one is found",
    placeholder: "file",
    optional: true,
  },
  timeout: {
    kind: "parsed",
    parse: durationFlag,
    brief:
      "Time for one reading of all accounts together, secrets included, such as 10s (30s a vendor unless given)",
    placeholder: "duration",
    optional: true,
  },
  concurrency: {
    kind: "parsed",
    parse: concurrencyFlag,
    brief:
      "How many accounts are read at a time (64 unless given); no key is asked faster than its vendor allows",
    placeholder: "number",
    optional: true,
  },
};

function concurrencyFlag(text: string): number {
  const concurrency = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (concurrency >= 1) return concurrency;
  throw new UsageError(`--concurrency ${text}: write a whole number from 1 to 99999`);
}
