import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { listVendors } from "@openbalance/specs";
import { vendorTests, type TestRun } from "./vendor-tests.ts";

/** Runs what the files of one vendor can change, two workspaces at a time. Gives whether all of it passed. */
export async function verifyVendor(root: string, vendor: string): Promise<boolean> {
  const vendors = await listVendors(pathToFileURL(join(root, "specs/")));
  if (!vendors.includes(vendor)) {
    console.error(`there is no vendor "${vendor}"; there are ${vendors.join(", ")}`);
    return false;
  }
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  }).split("\n");
  const waiting = vendorTests(root, files, vendor).values();
  const failed: TestRun[] = [];
  async function runNext(): Promise<void> {
    for (const run of waiting) if (!(await runTests(root, run))) failed.push(run);
  }
  await Promise.all([runNext(), runNext()]);
  for (const { workspace } of failed) console.error(`failed: tests of ${workspace}`);
  return failed.length === 0;
}

/** Says in a line what passed, and shows all that was printed where something did not. */
async function runTests(root: string, { workspace, files = [], named }: TestRun): Promise<boolean> {
  const parameters = ["run", "--config", join(root, "vitest.config.ts"), ...files];
  const child = spawn(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      ...parameters,
      ...(named === undefined ? [] : ["--testNamePattern", named]),
    ],
    {
      cwd: join(root, workspace),
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    },
  );
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, "close")) as [number | null];
  const [stdout, stderr] = await output;
  if (code !== 0) {
    console.error(stdout + stderr);
    return false;
  }
  console.log(`${workspace}: ${/Tests +(.*passed)/.exec(stdout)?.[1] ?? "no tests"}`);
  return true;
}
