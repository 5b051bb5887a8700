import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { CliContext } from "../../runtime/command-context.ts";
import { errorCode } from "../../runtime/error-code.ts";
import { findStateFolder } from "../../runtime/state-folder.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import { warn } from "../../runtime/warn.ts";
import { lockFolder, usualTimes, type FolderLock } from "./folder-lock.ts";
import { loadWatchState, saveWatchState, type WatchState } from "./watch-state.ts";

/** What an earlier run left, and what keeps it for a later one. */
export interface KeptState extends AsyncDisposable {
  readonly state: WatchState;
  /** Keeps the state, as well as that is possible. */
  readonly save: (state: WatchState) => Promise<void>;
  /** Aborts when another watch has taken the state over. */
  readonly lost: AbortSignal;
}

/**
 * Opens the state of `watch` for this process alone. Throws `UsageError` where another watch has it: each would undo what
 * the other keeps, and tell what the other has told. A user without a home has none.
 */
export async function openState(context: CliContext): Promise<KeptState> {
  const folder = findStateFolder(context.environment);
  if (folder === undefined) {
    const what = "this user has no home to keep the state in, so a restart may tell things again";
    warn(context, `${what}; name a folder in OPENBALANCE_STATE_DIR`);
    const state = { thresholds: {}, readings: {} };
    return { state, save: async () => undefined, ...noLock() };
  }
  const lock = (await takeFolder(context, folder)) ?? noLock();
  const path = join(folder, "watch.json");
  return {
    state: await loadWatchState(path),
    save: createSaver(context, path),
    lost: lock.lost,
    [Symbol.asyncDispose]: async () => lock[Symbol.asyncDispose](),
  };
}

function noLock(): FolderLock {
  return { lost: new AbortController().signal, [Symbol.asyncDispose]: async () => undefined };
}

/** Undefined where nothing can be kept anyway. */
async function takeFolder(context: CliContext, folder: string): Promise<FolderLock | undefined> {
  try {
    const onWait = (): void =>
      warn(context, `a watch elsewhere may keep its state in ${folder}; waiting for a sign of life of it`);
    const taken = await lockFolder(folder, context.signal, { ...usualTimes, onWait });
    if ("lost" in taken) {
      await clearLeftovers(folder);
      return taken;
    }
    const { pid, place, since } = taken;
    throw new UsageError(
      `another watch keeps its state in ${folder} (process ${pid} on ${place.split(" ")[0]}, since ${since}); stop it, or name another folder in OPENBALANCE_STATE_DIR`,
    );
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return undefined;
  }
}

/** Deletes what a process left that was killed while it wrote. Nobody else writes there now. */
async function clearLeftovers(folder: string): Promise<void> {
  const leftover = /^watch\.(json|lock)\.[0-9a-f-]{36}$/;
  const names = (await readdir(folder)).filter((name) => leftover.test(name));
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
}

/** Saves one state after another. A folder that may not be written is told once, until it may be again, and stops nothing. */
function createSaver(context: CliContext, path: string): (state: WatchState) => Promise<void> {
  let last = Promise.resolve();
  let isFailing = false;
  const save = async (state: WatchState): Promise<void> => {
    try {
      await saveWatchState(path, state);
      isFailing = false;
    } catch (error) {
      const reason = `the state cannot be kept in ${path} (${errorCode(error)})`;
      if (!isFailing) warn(context, `${reason}, so a restart may tell things again`);
      isFailing = true;
    }
  };
  return (state) => {
    last = last.then(() => save(state));
    return last;
  };
}
