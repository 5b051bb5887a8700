// The packed packages, installed by every package manager people use, type-checked by every TypeScript they
// may have, imported, required and run against mocks.
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listVendors } from "@openbalance/specs";
import { startMocks } from "@openbalance/testing";
import { installOnDemand } from "./install-on-demand.ts";
import { packPackages } from "./pack-packages.ts";
import { npm, pnpm, yarn } from "./package-managers.ts";
import { compileConsumer, createConsumer, runConsumer } from "./packed-consumer.ts";

const { modules } = await installOnDemand("compilers");
const compilers = ["5.9", "6.0", "7.0"].map((version) => ({
  version,
  tsc: join(modules, `typescript-${version}/bin/tsc`),
}));
const yarnProgram = join(modules, "@yarnpkg/cli-dist/bin/yarn.js");

const folder = await mkdtemp(join(tmpdir(), "openbalance-packages-"));
try {
  const packages = await packPackages(folder);
  await using mocks = await startMocks(await listVendors());
  for (const manager of [npm, pnpm, yarn(yarnProgram, "node-modules"), yarn(yarnProgram, "pnp")]) {
    const consumer = await createConsumer(join(folder, manager.name.replaceAll(" ", "-")), manager, packages);
    console.log(`${manager.name}: installed ${packages.length} packages`);
    // Compilers find nothing without node_modules, unless an editor's plugin helps them.
    const usable = manager.name === "yarn without node_modules" ? [] : compilers;
    for (const { version, tsc } of usable) {
      await compileConsumer(consumer, tsc);
      await runConsumer(consumer, mocks.urls);
      console.log(`${manager.name}: TypeScript ${version} is content, imported, required and run`);
    }
    if (usable.length === 0) {
      await copyFile(join(folder, "npm", "consumer.js"), join(consumer.folder, "consumer.js"));
      await runConsumer(consumer, mocks.urls);
      console.log(`${manager.name}: imported, required and run`);
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
