import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installOnDemand } from "../install-on-demand.ts";
import { runTool } from "../run-tool.ts";
import type { Outcome } from "./outcome.ts";

export interface ReadJob {
  readonly vendor: string;
  readonly url: string;
}

/** Reads every address with the vendor's official client, in a process and a workspace of their own. */
export async function readOfficial(jobs: readonly ReadJob[], folder: string): Promise<readonly Outcome[]> {
  const file = join(folder, "jobs.json");
  await writeFile(file, JSON.stringify(jobs));
  const { folder: workspace } = await installOnDemand("clients");
  const printed = await runTool(process.execPath, ["read-official.mjs", file], workspace);
  // Written by the script that is run.
  return printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Outcome);
}
