import assert from "node:assert/strict";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { replyJson, startFaultServer } from "@openbalance/testing";
import { runToEnd, expectEnd } from "./walk.ts";

const program = `import { readBalance } from "@openbalance/normalize";
import { parcelwiseAccount } from "./own-vendor.ts";

const account = parcelwiseAccount({ apiKey: "pw_demo", walletId: "w-7", baseUrl: process.env.PARCELWISE_BASE_URL ?? "" });
const { balances } = await readBalance(account);
console.log(JSON.stringify(balances.map(({ asset, total, available, held }) => [asset.id, total, available, held])));
`;

/** In a project that has the packages: defines a vendor that OpenBalance does not know, and reads it to the digit. */
export async function ownVendor(project: string): Promise<string> {
  const example = fileURLToPath(new URL("../../examples/own-vendor/own-vendor.ts", import.meta.url));
  await copyFile(example, join(project, "own-vendor.ts"));
  await writeFile(join(project, "read-own-vendor.ts"), program);
  const body = '{"wallet":{"id":"w-7","currency":"usd","balance":90071992547409931.50,"reserved":"20.25"}}';
  await using vendor = await startFaultServer(replyJson(body));
  const environment = { ...process.env, PARCELWISE_BASE_URL: vendor.url };
  const ended = await runToEnd([process.execPath, "read-own-vendor.ts"], project, environment);
  expectEnd(ended, 0);
  assert.deepEqual(JSON.parse(ended.stdout), [
    ["iso4217:USD", "90071992547409931.5", "90071992547409911.25", "20.25"],
  ]);
  return "defines a vendor of one's own and reads it to the digit";
}
