import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listVendors } from "@openbalance/specs";
import { startMocks } from "@openbalance/testing";
import { demoAccounts } from "../demo-accounts.ts";
import { runTool } from "../run-tool.ts";
import { firstExample } from "../stranger/first-example.ts";
import { runExample } from "../stranger/run-example.ts";

/** Installs what was published as a stranger would, and runs the example of every README against mocks. */
export async function tryPublishedPackages(
  project: string,
  npmSettings: string,
  checkout: string,
  names: readonly string[],
): Promise<void> {
  await writeFile(join(project, ".npmrc"), npmSettings);
  await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await runTool("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...names], project);
  console.log("stranger: installed from the registry");
  await using mocks = await startMocks(await listVendors());
  const readmes = [
    join(checkout, "README.md"),
    ...names.map((name) => join(project, "node_modules", name, "README.md")),
  ];
  for (const readme of readmes) {
    const text = await readFile(readme, "utf8");
    // The command line's README shows commands.
    if (!text.includes("```ts\n")) continue;
    const [printed] = (await runExample(firstExample(text), project, mocks.urls)).trim().split("\n");
    const [, name] = /node_modules\/(.+)\/README/.exec(readme) ?? [];
    console.log(`stranger: the example of ${name ?? "the project"} runs and prints ${printed || "nothing"}`);
  }
  const command = join(project, "node_modules/.bin/openbalance");
  const table = await runTool(command, [], project, { ...process.env, ...demoAccounts(mocks.urls) });
  if (!table.includes("telnyx")) throw new Error("the command read nothing of Telnyx");
  console.log("stranger: the command reads all vendors");
}
