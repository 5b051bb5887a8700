// Starts the mocks of all vendors and reads them with the command line, as a process of its own.
// `--fail telnyx` or `--fail telnyx=503` makes a mock refuse; everything else goes to the command line.
import { spawn } from "node:child_process";
import { enableCompileCache } from "node:module";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { demoAccounts } from "./demo-accounts.ts";

// Prism is two megabytes of modules; from the second start on they come compiled. In a folder of our own: Node runs what
// it finds there, and its usual one is shared by all users of the machine.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));
const { listVendors } = await import("@openbalance/specs");
const { startMocks } = await import("@openbalance/testing");

const { values, tokens } = parseArgs({
  options: { fail: { type: "string", multiple: true, default: [] } },
  strict: false,
  tokens: true,
  allowPositionals: true,
});
const own = new Set(
  tokens.flatMap((token) => {
    if (token.kind !== "option" || token.name !== "fail") return [];
    return token.inlineValue ? [token.index] : [token.index, token.index + 1];
  }),
);
const handedOn = process.argv.slice(2).filter((_argument, index) => !own.has(index));

const prefer = Object.fromEntries(
  (values.fail ?? []).map((failure) => {
    const [vendor = "", code = "503"] = String(failure).split("=");
    return [vendor, `code=${code}`];
  }),
);
const mocks = await startMocks(await listVendors(), { prefer });
const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve("@openbalance/cli")), ...handedOn], {
  env: { ...process.env, ...demoAccounts(mocks.urls) },
  stdio: "inherit",
});
child.on("exit", async (code) => {
  await mocks.close();
  process.exitCode = code ?? 1;
});
