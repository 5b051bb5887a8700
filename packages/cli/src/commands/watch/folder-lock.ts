import { open, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { errorCode } from "../../runtime/error-code.ts";
import { makeFolder } from "../../runtime/make-folder.ts";
import { openOwnFile } from "../../runtime/open-own-file.ts";
import { replaceFile } from "../../runtime/replace-file.ts";
import { isRunning, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

/** A folder that is this process's, until it is disposed. */
export interface FolderLock extends AsyncDisposable {
  /** Aborts when another process has taken the folder, which believed that this one had ended. */
  readonly lost: AbortSignal;
}

/** The process that a folder belongs to. */
export interface Holder extends ProcessIdentity {
  /** RFC 3339 UTC. */
  readonly since: string;
}

export interface LockOptions {
  /** Milliseconds between two signs of life. */
  readonly beatMs: number;
  /** How long a sign is waited for from a holder that cannot be seen from here, such as one in another container. */
  readonly patienceMs: number;
  /** Called before such a sign is waited for. */
  readonly onWait: () => void;
}

/** Patience for two signs, since a machine may be busy. */
export const usualTimes: Omit<LockOptions, "onWait"> = { beatMs: 10_000, patienceMs: 25_000 };
/** Two that take over at the same moment see after this who was the last. */
const settleMs = 50;

/**
 * Takes a folder for this process, or gives the one that has it. What was left by a process that has ended is taken over.
 * Rejects with the code of the system where nothing can be written, or when `signal` aborts.
 */
export async function lockFolder(
  folder: string,
  signal: AbortSignal,
  { beatMs, patienceMs, onWait }: LockOptions,
): Promise<FolderLock | Holder> {
  await makeFolder(folder);
  const path = join(folder, "watch.lock");
  const identity = await ownIdentity();
  const own = JSON.stringify({ ...identity, since: new Date().toISOString() } satisfies Holder);
  while (!(await create(path, own))) {
    const seen = await look(path);
    if (seen === undefined) continue;
    const holder = parseHolder(seen.text);
    const runs = holder && (await isRunning(holder, identity, Date.parse(holder.since)));
    if (runs === undefined) onWait();
    const lives = runs ?? (await changesSoon(path, seen, patienceMs, signal));
    if (lives && holder !== undefined) return holder;
    // Where it could not be read it was just being written.
    if (lives) continue;
    await replaceFile(path, own);
    await wait(settleMs);
    if ((await look(path))?.text === own) break;
  }
  return hold(path, own, beatMs);
}

interface Seen {
  readonly text: string;
  readonly changedMs: number;
}

/** What the lock holds now; undefined when there is none. */
async function look(path: string): Promise<Seen | undefined> {
  try {
    await using file = await openOwnFile(path, "read");
    return { changedMs: (await file.stat()).mtimeMs, text: await file.readFile("utf8") };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Makes the lock; false where there is one. */
async function create(path: string, text: string): Promise<boolean> {
  try {
    await using file = await open(path, "wx", 0o600);
    await file.writeFile(text);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

async function changesSoon(
  path: string,
  { text, changedMs }: Seen,
  patienceMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const steps = 25;
  for (let step = 0; step < steps; step += 1) {
    await wait(patienceMs / steps, undefined, { signal });
    const seen = await look(path);
    if (seen?.text !== text || seen.changedMs !== changedMs) return true;
  }
  return false;
}

/** Gives signs of life until it is disposed. */
function hold(path: string, own: string, beatMs: number): FolderLock {
  const lost = new AbortController();
  const beat = async (): Promise<void> => {
    const seen = await look(path);
    if (seen?.text === own) await utimes(path, new Date(), new Date());
    // Whoever deleted it wanted no other watch; the folder may be gone too, and then comes back with the state.
    else if (seen === undefined) await create(path, own);
    else lost.abort();
  };
  const timer = setInterval(() => void beat().catch(() => undefined), beatMs).unref();
  return {
    lost: lost.signal,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      const seen = await look(path).catch(() => undefined);
      if (seen?.text === own) await rm(path, { force: true }).catch(() => undefined);
    },
  };
}

function parseHolder(text: string): Holder | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { pid, place, started, since } = value as Partial<Record<keyof Holder, unknown>>;
  const isHolder =
    Number.isSafeInteger(pid) &&
    Number(pid) > 0 &&
    typeof place === "string" &&
    typeof since === "string" &&
    !Number.isNaN(Date.parse(since)) &&
    (started === undefined || typeof started === "string");
  if (!isHolder) return undefined;
  return { pid: Number(pid), place, since, ...(started === undefined ? {} : { started }) };
}
