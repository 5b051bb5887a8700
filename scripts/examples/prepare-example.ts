import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PackedPackage } from "../pack-packages.ts";
import { runTool } from "../run-tool.ts";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Copies an example into a folder, installs it as a stranger would, with the packed packages in place of
 * published ones, and type-checks it.
 */
export async function prepareExample(
  name: string,
  into: string,
  packages: readonly PackedPackage[],
): Promise<string> {
  const source = join(root, "examples", name);
  const project = join(into, name);
  await cp(source, project, { recursive: true, filter: (file) => !file.includes("node_modules") });
  const file = join(project, "package.json");
  // Written by us.
  const manifest = JSON.parse(await readFile(file, "utf8")) as Manifest;
  const own = Object.fromEntries(
    packages.map(({ manifest: { name: id }, tarball }) => [id, `file:${tarball}`]),
  );
  const overrides = Object.fromEntries(Object.keys(own).map((id) => [id, `$${id}`]));
  // What an example is deployed with is not needed to run it here.
  const dependencies = { ...manifest.dependencies, ...own };
  await writeFile(file, JSON.stringify({ ...manifest, dependencies, overrides, devDependencies: {} }));
  await runTool("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], project);
  await typeCheck(project);
  return project;
}

async function typeCheck(project: string): Promise<void> {
  const compilerOptions = {
    target: "es2024",
    lib: ["es2024", "esnext.disposable"],
    module: "nodenext",
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    // What an example depends on may have declarations of any quality.
    skipLibCheck: true,
    typeRoots: [join(root, "node_modules/@types")],
    types: ["node"],
  };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  await runTool(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], project);
}
