import { runTool } from "../run-tool.ts";
import type { Prepared } from "./runtime.ts";

/** A runtime that is a command, gets the settings from its environment and prints the outcome. */
export async function commandRuntime(program: string, ...options: readonly string[]): Promise<Prepared> {
  const version = await runTool(program, ["--version"], process.cwd());
  return {
    version: version.split("\n", 1)[0]?.trim() ?? "",
    witness: (project, settings) =>
      runTool(program, [...options, "main.mjs"], project, {
        ...process.env,
        WITNESS_SETTINGS: JSON.stringify(settings),
      }),
  };
}
