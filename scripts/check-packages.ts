import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { listVendors } from "@openbalance/specs";
import { startMocks } from "@openbalance/testing";
import { fileURLToPath } from "node:url";
import { packPackages, type PackedPackage } from "./pack-packages.ts";
import { npm } from "./package-managers.ts";
import { compileConsumer, createConsumer, runConsumer } from "./packed-consumer.ts";
import type { PackageManifest } from "./public-packages.ts";
import { runTool } from "./run-tool.ts";

const allowedFiles =
  /^package\/(dist|src)\/.+\.(js|ts|map)$|^package\/monitoring\/.+\.(yml|json)$|^package\/(package\.json|openbalance\.config\.schema\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
// The packages are ESM alone: what old resolvers and `require` without support for ESM see does not count.
const irrelevantResolutions = new Set(["node10", "node16-cjs"]);

const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "openbalance-packed-"));
try {
  const packages = await packPackages(folder);
  const problems = (await Promise.all(packages.map((each) => check(each)))).flat();
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else await tryPackages(packages);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function tryPackages(packages: readonly PackedPackage[]): Promise<void> {
  const consumer = await createConsumer(join(folder, "consumer"), npm, packages);
  console.log("packed packages: installed with npm into an empty project");
  await compileConsumer(consumer, tsc);
  console.log("packed packages: type-checked, strict, libraries included");
  await using mocks = await startMocks(await listVendors());
  console.log(await runConsumer(consumer, mocks.urls));
}

async function check({ folder: source, manifest, tarball }: PackedPackage): Promise<string[]> {
  const problems = [
    ...checkContent((await runTool("tar", ["-tzf", tarball], source)).trim().split("\n")),
    ...(await checkManifest(source, manifest)),
    ...(await checkTypes(tarball)),
  ];
  return problems.map((problem) => `${manifest.name}: ${problem}`);
}

function checkContent(content: readonly string[]): string[] {
  const needed = ["package/README.md", "package/LICENSE", "package/dist/"];
  const missing = needed.filter((place) => !content.some((file) => file.startsWith(place)));
  const foreign = content.filter((file) => !allowedFiles.test(file));
  return [
    ...missing.map((place) => `${place} is missing from the package`),
    ...foreign.map((file) => `${file} does not belong into the package`),
  ];
}

async function checkManifest(source: string, manifest: PackageManifest): Promise<string[]> {
  const { messages } = await publint({ pkgDir: source, pack: "pnpm", strict: true });
  return messages.map((message) => formatMessage(message, { ...manifest }) ?? message.code);
}

async function checkTypes(tarball: string): Promise<string[]> {
  const analysis = await checkPackage(createPackageFromTarballData(await readFile(tarball)));
  if (!analysis.types) return ["the package holds no types"];
  return analysis.problems
    .filter((problem) => !("resolutionKind" in problem) || !irrelevantResolutions.has(problem.resolutionKind))
    .map((problem) => `types: ${problem.kind} ${"entrypoint" in problem ? problem.entrypoint : ""}`);
}
