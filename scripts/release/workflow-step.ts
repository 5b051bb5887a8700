import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { runTool } from "../run-tool.ts";

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly id?: string; readonly run?: string }[] }>
  >;
}

/** The shell commands of a step of the release workflow, so that what is tried is what will run. */
export async function releaseStep(root: string, job: string, id: string): Promise<string> {
  const text = await readFile(join(root, ".github/workflows/release.yml"), "utf8");
  // Its form is checked by the workflow test.
  const { jobs } = parse(text) as Workflow;
  const commands = jobs[job]?.steps.find((step) => step.id === id)?.run;
  if (commands === undefined) throw new Error(`release.yml: the job ${job} has no step ${id} with commands`);
  return commands;
}

/** Runs the commands of a step as GitHub would and gives the outputs it set. */
export async function runStep(
  commands: string,
  folder: string,
  outputFile: string,
): Promise<Readonly<Record<string, string>>> {
  const environment = { ...process.env, GITHUB_OUTPUT: outputFile };
  const shell = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", commands];
  await runTool("bash", shell, folder, environment);
  const lines = (await readFile(outputFile, "utf8").catch(() => "")).trim().split("\n");
  return Object.fromEntries(lines.map((line) => line.split("=", 2)));
}
