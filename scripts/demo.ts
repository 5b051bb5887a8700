import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { listVendors } from "@openbalance/specs";
import { startMocks } from "@openbalance/testing";

const vendors = await listVendors();
const mocks = await startMocks(vendors);
const environment: Record<string, string> = {
  TELNYX_API_KEY: "KEY_demo_telnyx",
  BITFRONT_API_KEY: "demo-bitfront-key",
  BITFRONT_API_SECRET: "demo-bitfront-secret",
};
for (const [vendor, url] of Object.entries(mocks.urls)) environment[`${vendor.toUpperCase()}_BASE_URL`] = url;
const cli = fileURLToPath(import.meta.resolve("@openbalance/cli"));
const child = spawn(process.execPath, [cli, ...process.argv.slice(2)], {
  env: { ...process.env, ...environment },
  stdio: "inherit",
});
child.on("exit", async (code) => {
  await mocks.close();
  process.exitCode = code ?? 1;
});
