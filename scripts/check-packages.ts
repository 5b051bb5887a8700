import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { tryPackedPackages } from "./packed-consumer.ts";
import { listPublicPackages, type PublicPackage } from "./public-packages.ts";
import { runTool } from "./run-tool.ts";

const allowedFiles =
  /^package\/(dist|src)\/.+\.(js|ts|map)$|^package\/(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
const folder = await mkdtemp(join(tmpdir(), "openbalance-packed-"));
try {
  const packages = await listPublicPackages();
  const tarballs = packages.map((each) => pack(each, folder));
  const problems = (
    await Promise.all(packages.map((each, index) => check(each, tarballs[index] ?? "")))
  ).flat();
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else await tryPackedPackages(folder, tarballs);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function pack({ folder: source, manifest }: PublicPackage, into: string): string {
  runTool("pnpm", ["pack", "--pack-destination", into], source);
  const tarball = join(into, `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`);
  console.log(`${manifest.name}: packed`);
  return tarball;
}

async function check({ folder: source, manifest }: PublicPackage, tarball: string): Promise<string[]> {
  const problems: string[] = [];
  const content = runTool("tar", ["-tzf", tarball], source).trim().split("\n");
  for (const file of content) {
    if (!allowedFiles.test(file)) problems.push(`${manifest.name}: ${file} does not belong into the package`);
  }
  for (const needed of ["package/README.md", "package/LICENSE", "package/dist/"]) {
    if (!content.some((file) => file.startsWith(needed)))
      problems.push(`${manifest.name}: ${needed} is missing`);
  }
  const { messages } = await publint({ pkgDir: source, pack: "pnpm", strict: true });
  for (const message of messages) {
    problems.push(`${manifest.name}: ${formatMessage(message, manifest) ?? message.code}`);
  }
  try {
    runTool("attw", [tarball, "--profile", "esm-only", "--format", "ascii"], process.cwd());
  } catch (error) {
    problems.push(`${manifest.name}: types do not resolve from ${basename(tarball)}: ${String(error)}`);
  }
  return problems;
}
