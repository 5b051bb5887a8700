import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, whatever that is. */
export async function runToEnd(
  [command = "", ...rest]: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Ended> {
  const child = spawn(command, rest, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, "close")) as [number | null];
  const [stdout, stderr] = await output;
  return { code, stdout, stderr };
}

/** Fails, with all that was said, unless the command ended with the code and said each of these. */
export function expectEnd(ended: Ended, code: number, ...said: readonly (string | RegExp)[]): void {
  const everything = `${ended.stdout}${ended.stderr}`;
  assert.equal(ended.code, code, everything);
  for (const part of said) {
    assert.ok(
      typeof part === "string" ? everything.includes(part) : part.test(everything),
      `not said: ${part}\n${everything}`,
    );
  }
}
