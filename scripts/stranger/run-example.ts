import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { demoAccounts } from "../demo-accounts.ts";
import { runTool } from "../run-tool.ts";
import { mockedAddresses } from "./mocked-addresses.ts";

/** Runs an example as it stands in a README, in a project that has the packages, against mocks; gives what it printed. */
export async function runExample(
  code: string,
  project: string,
  urls: Readonly<Record<string, string>>,
): Promise<string> {
  const file = join(project, "example.ts");
  await writeFile(file, code);
  const preload = fileURLToPath(new URL("preload.mjs", import.meta.url));
  const { FLEXPRICE_BASE_URL: _, ...accounts } = demoAccounts(urls);
  const environment = {
    ...process.env,
    ...accounts,
    FLEXPRICE_REGION: "us",
    ACME_API_KEY: "demo-acme-key",
    MOCKED_ADDRESSES: JSON.stringify(mockedAddresses(urls)),
  };
  return runTool(process.execPath, ["--import", preload, file], project, environment);
}
