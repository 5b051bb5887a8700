import { lstat } from "node:fs/promises";
import { errorCode } from "../runtime/error-code.ts";
import { readWhole } from "../runtime/read-whole.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { objectionToOwner } from "./config-owner.ts";

const mostBytes = 4_194_304;

/** Reads a configuration. Throws `UsageError` when it cannot be read, or another user could have written it. */
export async function readConfigFile(path: string, signal: AbortSignal): Promise<Buffer> {
  try {
    // Whoever made a link chose what it leads to. Its mode says nothing: nobody can write a link.
    const own = await lstat(path);
    if (own.isSymbolicLink()) refuseForeign(path, { uid: own.uid, gid: own.gid, mode: 0 });
    const { content, stats } = await readWhole(path, mostBytes, signal);
    refuseForeign(path, stats);
    return content;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`the configuration ${path} cannot be read (${errorCode(error)})`, { cause: error });
  }
}

function refuseForeign(path: string, stats: Parameters<typeof objectionToOwner>[1]): void {
  const objection = objectionToOwner(path, stats);
  if (objection !== undefined) throw new UsageError(objection);
}
