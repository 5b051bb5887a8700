import assert from "node:assert/strict";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listVendors } from "@openbalance/specs";
import { expectEnd, runToEnd } from "./walk.ts";

interface Report {
  readonly complete: boolean;
  readonly results: readonly unknown[];
}

/** In a fresh checkout: starts the demo as the README says, sees it fail, and adds a vendor to the repository. */
export async function checkoutWalk(checkout: string): Promise<string> {
  const demo = await runToEnd(["npm", "start", "--silent", "--", "--json"], checkout);
  expectEnd(demo, 0);
  const report = JSON.parse(demo.stdout) as Report;
  assert.deepEqual([report.complete, report.results.length], [true, (await listVendors()).length]);
  expectEnd(
    await runToEnd(["npm", "start", "--silent", "--", "--fail", "telnyx"], checkout),
    4,
    "telnyx",
    "503",
  );

  const description = fileURLToPath(new URL("acme-openapi.json", import.meta.url));
  await copyFile(description, join(checkout, "acme-openapi.json"));
  const add = ["pnpm", "add-vendor", "acme", "--spec", "acme-openapi.json", "--operation", "GET /balance"];
  expectEnd(await runToEnd(add, checkout), 0, "packages/acme");
  expectEnd(await runToEnd(["pnpm", "install", "--no-frozen-lockfile", "--prefer-offline"], checkout), 0);
  expectEnd(await runToEnd(["pnpm", "generate"], checkout), 0);
  for (const job of ["typecheck", "test"]) {
    expectEnd(await runToEnd(["pnpm", "--filter", "@openbalance/acme", job], checkout), 0);
  }
  return "starts the demo, sees a vendor fail, and adds a vendor whose package type-checks and passes its tests";
}
