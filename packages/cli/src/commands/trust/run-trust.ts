import { findConfigFile } from "../../config/config-file.ts";
import { readConfigFile } from "../../config/read-config-file.ts";
import { dropTrust, keepTrust } from "../../config/trust.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { UsageError } from "../../runtime/usage-error.ts";

export interface TrustFlags {
  readonly revoke?: boolean;
}

/** Trusts the configuration of the working directory as it is now, or no longer. */
export async function runTrust(context: CliContext, flags: TrustFlags): Promise<number> {
  const { directory, environment, signal } = context;
  const { stdout } = context.process;
  // What the environment names needs no trust, and is not what lies here.
  const found = await findConfigFile(undefined, directory, { ...environment, OPENBALANCE_CONFIG: undefined });
  if (found === undefined || found.origin !== "working directory") {
    throw new UsageError(`there is no openbalance.config.json, .ts or .mjs in ${directory}`);
  }
  const { path } = found;
  if (flags.revoke === true) {
    const wasTrusted = await dropTrust(path, environment);
    stdout.write(wasTrusted ? `${path} is not trusted any more\n` : `${path} was not trusted\n`);
    return exitCodes.fine;
  }
  await keepTrust(path, await readConfigFile(path, signal), environment);
  stdout.write(`${path} is trusted until it changes\n`);
  return exitCodes.fine;
}
