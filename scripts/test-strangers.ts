// What people do who have only the README: install, read, fail and understand why, bring a vendor of their own,
// start the demo, add a vendor to the repository. Cutting a release is `node scripts/release-dry-run.ts`.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackages } from "./pack-packages.ts";
import { npm } from "./package-managers.ts";
import { checkoutWalk } from "./stranger/checkout.ts";
import { copyCheckout } from "./stranger/copy-checkout.ts";
import { ownVendor } from "./stranger/own-vendor.ts";
import { readAndFail } from "./stranger/read-and-fail.ts";

const folder = await mkdtemp(join(tmpdir(), "openbalance-stranger-"));
try {
  const project = join(folder, "project");
  await mkdir(project);
  await npm.install(project, await packPackages(folder));
  console.log(`stranger: ${await readAndFail(project)}`);
  console.log(`stranger: ${await ownVendor(project)}`);
  const checkout = join(folder, "checkout");
  await copyCheckout(fileURLToPath(new URL("..", import.meta.url)), checkout);
  console.log(`stranger: ${await checkoutWalk(checkout)}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
