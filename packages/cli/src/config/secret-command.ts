import { spawn, type ChildProcessByStdio } from "node:child_process";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { errorCode } from "../runtime/error-code.ts";
import { isPlain } from "./plain-word.ts";

const mostBytes = 65_536;
const graceMs = 300;

type Program = ChildProcessByStdio<null, Readable, null>;

/**
 * Runs a program without a shell and gives what it prints. Once `signal` aborts it rejects at once and ends the program,
 * which may not want to. No message holds what the program printed, nor its arguments: both may be secret.
 */
export async function runSecretCommand(
  [program, ...parameters]: readonly [string, ...string[]],
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const name = isPlain(program) ? `the command ${basename(program)}` : "the command that it names";
  const failure = (reason: unknown): Error => new Error(`${name} failed (${String(reason)})`);
  let child: Program;
  try {
    child = spawn(program, parameters, {
      cwd: folder,
      // It keeps the terminal, where it may ask for a passphrase: a process group of its own would lose it.
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    // oxlint-disable-next-line preserve-caught-error -- it quotes the arguments
    throw failure(errorCode(error));
  }
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const onAbort = (): void => {
    reject(signal.reason);
    endProgram(child);
  };
  signal.addEventListener("abort", onAbort, { once: true });
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= mostBytes) return;
    reject(failure("it prints more than a secret"));
    endProgram(child);
  });
  child.on("error", (error) => reject(failure(errorCode(error))));
  child.on("exit", (code, endedBy) => {
    if (code !== 0) reject(failure(code ?? endedBy));
    // What it printed has come by now; only a process that it left behind may still hold the other end.
    setTimeout(() => child.stdout.destroy(), graceMs).unref();
  });
  child.on("close", () => resolve(Buffer.concat(chunks).toString("utf8")));
  return promise.finally(() => signal.removeEventListener("abort", onAbort));
}

/** Asks a program to end, and ends it where it does not, or where this process ends before it. */
function endProgram(child: Program): void {
  child.stdout.destroy();
  child.kill("SIGTERM");
  const kill = (): void => void child.kill("SIGKILL");
  const timer = setTimeout(kill, graceMs);
  process.once("exit", kill);
  child.once("exit", () => {
    clearTimeout(timer);
    process.off("exit", kill);
  });
}
