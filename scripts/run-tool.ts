import { spawnSync } from "node:child_process";

/** Runs a tool and gives what it printed, or throws with everything it said. */
export function runTool(
  command: string,
  commandArguments: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const { status, stdout, stderr, error } = spawnSync(command, commandArguments, {
    cwd: folder,
    encoding: "utf8",
    env: environment,
    shell: process.platform === "win32",
  });
  if (error) throw error;
  if (status !== 0) {
    throw new Error(`${command} ${commandArguments.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  }
  return stdout;
}
