import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { promisify } from "node:util";
import type { Environment, SettingValue } from "../runtime/environment.ts";
import type { SecretSource } from "./define-config.ts";

const commandTimeoutMs = 30_000;
const commandResultLastsMs = 300_000;
const run = promisify(execFile);

/** The secret itself, or a function that fetches it. Undefined for a variable that is not set. */
export function secretValue(
  source: SecretSource,
  folder: string,
  environment: Environment,
): SettingValue | undefined {
  if ("env" in source) return environment[source.env] || undefined;
  if ("file" in source) return () => readSecretFile(resolve(folder, source.file));
  return createCommandSecret(source.command, folder);
}

async function readSecretFile(file: string): Promise<string> {
  try {
    return withoutLineEnd(await readFile(file, "utf8"));
  } catch (error) {
    throw new Error(`the file ${file} cannot be read (${codeOf(error)})`, { cause: error });
  }
}

/** Runs the command at most once in five minutes, however often the secret is asked for. */
function createCommandSecret([program, ...parameters]: readonly [string, ...string[]], folder: string) {
  let current: { readonly text: Promise<string>; readonly endsAt: number } | undefined;
  return async (): Promise<string> => {
    if (current === undefined || current.endsAt < Date.now()) {
      current = {
        text: runSecretCommand(program, parameters, folder),
        endsAt: Date.now() + commandResultLastsMs,
      };
      current.text.catch(() => (current = undefined));
    }
    return current.text;
  };
}

async function runSecretCommand(
  program: string,
  parameters: readonly string[],
  folder: string,
): Promise<string> {
  try {
    const { stdout } = await run(program, [...parameters], { cwd: folder, timeout: commandTimeoutMs });
    return withoutLineEnd(stdout);
  } catch (error) {
    // What it printed may hold the secret, and so may the arguments: both stand in the error.
    // oxlint-disable-next-line preserve-caught-error -- the cause would carry them along
    throw new Error(`the command ${basename(program)} failed (${codeOf(error)})`);
  }
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, "");
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "no code";
}
