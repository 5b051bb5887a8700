import { fileURLToPath } from "node:url";
import { demoAccounts } from "../demo-accounts.ts";
import { runTool } from "../run-tool.ts";
import { mockedAddresses } from "../stranger/mocked-addresses.ts";
import { prepareExample } from "./prepare-example.ts";
import { expectIn, type Example } from "./surroundings.ts";

export const nodeScript: Example = async ({ folder, packages, urls }) => {
  const project = await prepareExample("node-script", folder, packages);
  const preload = fileURLToPath(new URL("../stranger/preload.mjs", import.meta.url));
  const printed = await runTool(process.execPath, ["--import", preload, "print-balances.ts"], project, {
    ...process.env,
    ...demoAccounts({}),
    MOCKED_ADDRESSES: JSON.stringify(mockedAddresses(urls)),
  });
  expectIn("node-script", printed.trim().split("\n"), ["telnyx: $400.00", "flexprice: $87.50"]);
  return "examples/node-script: prints what is left at two vendors";
};
