import { dirname } from "node:path";
import type { CliContext } from "../runtime/command-context.ts";
import { findConfigFile } from "./config-file.ts";
import type { Configuration } from "./configuration.ts";

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
