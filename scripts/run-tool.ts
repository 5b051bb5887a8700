import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** Runs a tool and gives what it printed, or throws with everything it said. */
export async function runTool(
  command: string,
  commandArguments: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const child = spawn(command, commandArguments, {
    cwd: folder,
    // A registry behind a company's proxy is trusted where the system trusts it; npm alone would not.
    env: { NODE_USE_SYSTEM_CA: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, "close");
  const [stdout, stderr] = await output;
  if (code === 0) return stdout;
  throw new Error(`${command} ${commandArguments.join(" ")} ended with ${code}\n${stdout}${stderr}`);
}
