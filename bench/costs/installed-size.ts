import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));

/** Bytes on disk of a package and all that it depends on at run time, each counted once. */
export async function installedBytes(packageName: string): Promise<number> {
  const folders = new Set<string>();
  await collect(packageName, modules, folders);
  const sizes = await Promise.all([...folders].map(bytesOf));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function collect(packageName: string, from: string, folders: Set<string>): Promise<void> {
  const folder = await realpath(join(from, packageName)).catch(() => realpath(join(modules, packageName)));
  if (folders.has(folder)) return;
  folders.add(folder);
  const { default: manifest } = (await import(join(folder, "package.json"), { with: { type: "json" } })) as {
    readonly default: { readonly dependencies?: Readonly<Record<string, string>> };
  };
  // pnpm puts what a package depends on beside it.
  const siblings = folder.slice(0, -packageName.length);
  for (const dependency of Object.keys(manifest.dependencies ?? {}))
    await collect(dependency, siblings, folders);
}

async function bytesOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
