import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startMocks } from "@openbalance/testing";
import { demoAccounts } from "./demo-accounts.ts";
import { runTool } from "./run-tool.ts";

/** Installs the packed packages into an empty project with npm, type-checks a consumer of them and runs it on the mocks. */
export async function tryPackedPackages(folder: string, tarballs: readonly string[]): Promise<void> {
  const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
  const template = new URL("packed-consumer/", import.meta.url);
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  for (const file of ["consumer.ts", "tsconfig.json", "require.cjs"]) {
    await writeFile(join(folder, file), await readFile(new URL(file, template)));
  }
  await runTool("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...tarballs], folder);
  console.log("packed packages: installed with npm into an empty project");
  await runTool(process.execPath, [tsc, "-p", "."], folder);
  console.log("packed packages: type-checked, strict, libraries included");
  await using mocks = await startMocks(["bytenite", "flexprice", "telnyx", "glyphrun", "bitfront"]);
  const environment = { ...process.env, ...demoAccounts(mocks.urls) };
  for (const script of ["consumer.js", "require.cjs"]) {
    console.log((await runTool(process.execPath, [script], folder, environment)).trim());
  }
  const command = join(folder, "node_modules/.bin/openbalance");
  console.log((await runTool(command, [], folder, environment)).trim());
}
