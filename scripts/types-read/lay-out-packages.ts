import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
  }
}
