import { access, constants } from "node:fs/promises";
import { dirname } from "node:path";
import type { Configuration } from "../../config/configuration.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import type { Environment } from "../../runtime/environment.ts";
import { errorCode } from "../../runtime/error-code.ts";
import { stateFolder } from "../../runtime/state-folder.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import { readVersion } from "../../runtime/version.ts";

/** What decides beside the accounts: versions, the configuration in use, where state is kept, a proxy. */
export async function describeSurroundings(
  { environment }: CliContext,
  configuration: Configuration,
): Promise<Readonly<Record<string, string>>> {
  const proxy = ["HTTPS_PROXY", "https_proxy"].find((name) => environment[name]);
  return {
    openbalance: await readVersion(),
    node: process.versions.node,
    configuration: describeConfiguration(configuration),
    state: await describeState(environment),
    ...(proxy !== undefined && environment["NODE_USE_ENV_PROXY"] !== "1"
      ? { proxy: `${proxy} is set, but Node goes past it unless NODE_USE_ENV_PROXY=1` }
      : {}),
  };
}

async function describeState(environment: Environment): Promise<string> {
  let folder: string;
  try {
    folder = stateFolder(environment);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  const isKept = await isWritable(folder);
  return `${folder} ${isKept ? "may be written" : "may not be written: no history, no state of watch"}`;
}

function describeConfiguration({ file }: Configuration): string {
  if (file === undefined) return "none found; the environment tells";
  return file.origin === "working directory" ? `${file.path}, found in the working directory` : file.path;
}

/** Whether a folder may be written, or made where it is not there yet. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    const isMissing = errorCode(error) === "ENOENT";
    return isMissing && dirname(folder) !== folder ? isWritable(dirname(folder)) : false;
  }
}
