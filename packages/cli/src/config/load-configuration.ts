import { dirname } from "node:path";
import type { CliContext } from "../runtime/command-context.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { findConfigFile } from "./config-file.ts";
import type { Configuration } from "./configuration.ts";
import { readConfigFile } from "./read-config-file.ts";
import type { Trust } from "./trust.ts";

/** Loads the configuration where there is one. Throws `UsageError` when it is wrong, or must be trusted first. */
export async function loadConfiguration(
  { directory, environment, signal }: CliContext,
  asked: string | undefined,
): Promise<Configuration> {
  const file = await findConfigFile(asked, directory, environment);
  if (file === undefined) return { thresholds: [], watch: {} };
  const { path, origin } = file;
  const content = await readConfigFile(path, signal);
  // Most runs have no configuration and need none of what reads one.
  const [{ isCode, parseConfig }, { partsToTrust }, { readConfiguration }, { trustIn }] = await Promise.all([
    import("./parse-config.ts"),
    import("./parts-to-trust.ts"),
    import("./read-configuration.ts"),
    import("./trust.ts"),
  ]);
  const trust = origin === "working directory" ? await trustIn(path, content, environment) : "trusted";
  // To load a program is to run it.
  if (trust !== "trusted" && isCode(path)) throw untrusted(path, trust, [`${path}: it is a program`]);
  const parsed = await parseConfig(path, content);
  const parts = trust === "trusted" ? [] : partsToTrust(parsed);
  if (parts.length > 0) throw untrusted(path, trust, parts);
  return readConfiguration(parsed, file, { folder: dirname(path), environment, signal });
}

function untrusted(path: string, trust: Trust, parts: readonly string[]): UsageError {
  const state = trust === "changed" ? "has changed since you trusted it" : "is not trusted yet";
  return new UsageError(
    [
      `${path} was found in the working directory and ${state}:`,
      ...parts,
      "look at it, then run `openbalance trust`",
    ].join("\n"),
  );
}
