// Installs bench/ on demand, puts the packages as they are published beside what they are measured against,
// and runs one of its files: `costs`, or `pnpm bench faults`.
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPackages } from "./build-packages.ts";
import { listPublicPackages } from "./public-packages.ts";
import { runTool } from "./run-tool.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const bench = join(root, "bench");
const [first = "", ...rest] = process.argv.slice(2);
const isNamed = first !== "" && !first.startsWith("-");
const file = isNamed ? first : "costs";
const benchArguments = isNamed ? rest : process.argv.slice(2);
if (file !== "faults" && file !== "costs") {
  console.error("say what to measure: faults or costs");
  process.exit(2);
}

console.error("building the packages and installing what they are measured against …");
await buildPackages();
await runTool("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], bench);
const folder = await mkdtemp(join(tmpdir(), "openbalance-bench-"));
try {
  const packages = await listPublicPackages();
  const model = packages.find(({ manifest }) => manifest.name === "@openbalance/normalize");
  for (const { folder: source, manifest } of packages) {
    // The model and all that it stands on; the command line is not measured.
    if (manifest !== model?.manifest && !(manifest.name in (model?.manifest.dependencies ?? {}))) continue;
    const target = join(bench, "node_modules", manifest.name);
    const tarball = join(
      folder,
      `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`,
    );
    await runTool("pnpm", ["pack", "--pack-destination", folder], source);
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    await runTool("tar", ["-xzf", tarball, "--strip-components=1", "-C", target], root);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
const { status, signal } = spawnSync(process.execPath, [join(bench, `${file}.ts`), ...benchArguments], {
  cwd: bench,
  stdio: "inherit",
});
if (signal !== null) console.error(`${file} was ended by ${signal}`);
process.exitCode = status ?? 1;
