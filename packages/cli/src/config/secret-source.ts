import { resolve } from "node:path";
import { bounded } from "../runtime/bounded.ts";
import type { Environment, SettingValue } from "../runtime/environment.ts";
import { errorCode } from "../runtime/error-code.ts";
import { readWhole } from "../runtime/read-whole.ts";
import { expandHome } from "../runtime/user-folder.ts";
import type { SecretSource } from "./define-config.ts";
import { isPlain } from "./plain-word.ts";
import { runSecretCommand } from "./secret-command.ts";

const timeoutMs = 30_000;
const lastsMs = 300_000;
const mostBytes = 65_536;

/** Where a configuration lies and what it may look at. */
export interface SecretPlace {
  /** What files and programs are relative to. */
  readonly folder: string;
  readonly environment: Environment;
  /** Ends what is under way, whoever asked for it. */
  readonly signal: AbortSignal;
}

/** A secret that was fetched, and for how many milliseconds it need not be fetched again. */
interface Fetched {
  readonly text: string;
  readonly lastsMs: number;
}

/** The secret itself, or a function that fetches it. Undefined for a variable that is not set. */
export function secretValue(source: SecretSource, place: SecretPlace): SettingValue | undefined {
  if ("env" in source) return place.environment[source.env] || undefined;
  const fetch =
    "file" in source
      ? async (signal: AbortSignal) => readSecretFile(source.file, place.folder, signal)
      : async (signal: AbortSignal) => {
          return { text: await runSecretCommand(source.command, place.folder, signal), lastsMs };
        };
  return remembering(async (signal) => {
    const either = signal === undefined ? place.signal : AbortSignal.any([place.signal, signal]);
    return bounded(timeoutMs, either, fetch);
  });
}

/** The file that a configuration names. */
export function secretFile(file: string, folder: string): string {
  return resolve(folder, expandHome(file));
}

/** Fetches a secret again when its time is over; those who ask at the same time share one fetching. */
function remembering(
  fetch: (signal: AbortSignal | undefined) => Promise<Fetched>,
): (signal?: AbortSignal) => Promise<string> {
  let underWay: Promise<Fetched> | undefined;
  let last: { readonly text: string; readonly endsAtMs: number } | undefined;
  return async (signal) => {
    if (last !== undefined && performance.now() < last.endsAtMs) return last.text;
    underWay ??= fetch(signal).finally(() => (underWay = undefined));
    const fetched = await underWay;
    // Editors put a byte order mark before a text, and a line end behind it.
    const text = fetched.text.replace(/^\u{feff}/u, "").replace(/\r?\n$/, "");
    last = { text, endsAtMs: performance.now() + fetched.lastsMs };
    return text;
  };
}

async function readSecretFile(file: string, folder: string, signal: AbortSignal): Promise<Fetched> {
  const path = secretFile(file, folder);
  try {
    const { content, stats } = await readWhole(path, mostBytes, signal);
    // A file may change at any time. What a pipe gives, it gives once.
    return { text: content.toString("utf8"), lastsMs: stats.isFile() ? 0 : lastsMs };
  } catch (error) {
    signal.throwIfAborted();
    const name = isPlain(file) ? `the file ${path}` : "the file that it names";
    throw new Error(`${name} cannot be read (${errorCode(error)})`, { cause: error });
  }
}
