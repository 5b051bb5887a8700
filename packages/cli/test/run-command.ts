import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** The entry of the command line. */
export const main: string = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Variables = Readonly<Record<string, string>>;

/** Runs the command line as a process of its own, with nothing in its environment but what is given. */
export async function runCommand(
  parameters: readonly string[],
  environment: Variables,
  directory: string = tmpdir(),
): Promise<Finished> {
  const child = spawnCommand(parameters, environment, directory);
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  await once(child, "close");
  const [stdout, stderr] = await output;
  return { code: child.exitCode, stdout, stderr };
}

/** A command that runs until it is told to stop. */
export interface RunningCommand {
  /** The next line of stdout. */
  nextLine(): Promise<string>;
  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Finished & { readonly signal: NodeJS.Signals | null }>;
}

/** Starts a command that is stopped by a signal. */
export function startCommand(
  parameters: readonly string[],
  environment: Variables,
  directory: string = tmpdir(),
): RunningCommand {
  const child = spawnCommand(parameters, environment, directory);
  const closed = once(child, "close");
  const stderr = text(child.stderr);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async nextLine() {
      const { value, done } = await reader.next();
      if (done === true) throw new Error(`the command ended: ${await stderr}`);
      lines.push(value);
      return value;
    },
    async stop(signal) {
      child.kill(signal);
      await closed;
      for (let next = await reader.next(); next.done !== true; next = await reader.next())
        lines.push(next.value);
      return {
        code: child.exitCode,
        signal: child.signalCode,
        stdout: lines.map((line) => `${line}\n`).join(""),
        stderr: await stderr,
      };
    },
  };
}

type PipedChild = ChildProcess & {
  readonly stdout: NonNullable<ChildProcess["stdout"]>;
  readonly stderr: NonNullable<ChildProcess["stderr"]>;
};

/** Starts the command line with its output as pipes. Nothing of the user who runs the tests is seen by it. */
export function spawnCommand(
  parameters: readonly string[],
  environment: Variables,
  directory: string = tmpdir(),
): PipedChild {
  // No folder can be made below a file, so that no test leaves anything for the next one.
  const nowhere = "/dev/null";
  // Without a home nothing is kept compiled, and every run would take twice as long.
  const compiled = fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url));
  return spawn(process.execPath, [main, ...parameters], {
    env: { HOME: nowhere, NODE_COMPILE_CACHE: compiled, ...environment },
    cwd: directory,
    stdio: ["ignore", "pipe", "pipe"],
  });
}
