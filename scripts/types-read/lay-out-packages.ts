import { cp, mkdir, realpath, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listPublicPackages } from "../public-packages.ts";

/** Puts the declarations of every built package into `node_modules` of a folder, as an application has them. */
export async function layOutPackages(folder: string): Promise<void> {
  for (const { folder: source, manifest } of await listPublicPackages()) {
    const target = join(folder, "node_modules", manifest.name);
    await mkdir(target, { recursive: true });
    const { publishConfig, ...rest } = manifest;
    await writeFile(join(target, "package.json"), JSON.stringify({ ...rest, ...publishConfig }));
    await cp(join(source, "dist"), join(target, "dist"), {
      recursive: true,
      filter: (file) => !/\.(js|map)$/.test(file),
    });
    for (const dependency of Object.keys(manifest.dependencies ?? {})) {
      if (!dependency.startsWith("@openbalance/")) await linkDependency(folder, source, dependency);
    }
  }
}

/** A package of others that these stand on, with what it stands on itself beside it. */
async function linkDependency(folder: string, source: string, name: string): Promise<void> {
  const target = join(folder, "node_modules", name);
  await mkdir(dirname(target), { recursive: true });
  await symlink(await realpath(join(source, "node_modules", name)), target).catch((error: unknown) => {
    // Another package stands on it too.
    if ((error as { readonly code?: unknown }).code !== "EEXIST") throw error;
  });
}
