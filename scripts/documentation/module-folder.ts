import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listPublicPackages } from "../public-packages.ts";
import type { CodeModule } from "./code-module.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A folder in which the code of the documentation stands as if the packages were installed. */
export interface ModuleFolder extends AsyncDisposable {
  readonly folder: string;
  /** Where a module was written. */
  fileOf(module: CodeModule): string;
}

/** Writes the modules into a temporary folder beside links to the workspace's packages and command. */
export async function writeModules(modules: readonly CodeModule[]): Promise<ModuleFolder> {
  const folder = await mkdtemp(join(tmpdir(), "openbalance-documentation-"));
  const fileOf = (module: CodeModule): string => join(folder, nameOf(module));
  const installed = join(folder, "node_modules");
  await mkdir(join(installed, "@openbalance"), { recursive: true });
  await mkdir(join(installed, ".bin"));
  for (const { folder: source, manifest } of await listPublicPackages()) {
    await symlink(source, join(installed, manifest.name), "junction");
  }
  for (const name of ["@types", "vitest", "typescript"]) {
    await symlink(join(root, "node_modules", name), join(installed, name), "junction");
  }
  // What a reader who has a client of openapi-fetch's installs beside it.
  const openapiFetch = join(root, "packages/http/node_modules/openapi-fetch");
  await symlink(openapiFetch, join(installed, "openapi-fetch"), "junction");
  const command = join(installed, ".bin", "openbalance");
  await writeFile(
    command,
    `#!/bin/sh\nexec '${process.execPath}' '${join(root, "packages/cli/src/main.ts")}' "$@"\n`,
  );
  await chmod(command, 0o755);
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(tsconfig, undefined, 2));
  await Promise.all(modules.map((module) => writeFile(fileOf(module), module.code)));
  return { folder, fileOf, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** The path of the Markdown file, flat, and the line on which the code begins. */
function nameOf({ file, line }: CodeModule): string {
  return `${file.replaceAll("/", "__")}__${line}.ts`;
}

/** The Markdown file that a module of this name came from. */
export function sourceOf(name: string): string {
  return name.replace(/__\d+\.ts$/, "").replaceAll("__", "/");
}

const tsconfig = {
  extends: join(root, "tsconfig.base.json"),
  compilerOptions: {
    // Rules of this repository's own code, which a reader's code need not follow.
    declaration: false,
    isolatedDeclarations: false,
    noPropertyAccessFromIndexSignature: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
  },
  include: ["*.ts"],
};
