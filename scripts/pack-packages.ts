import { join } from "node:path";
import { buildPackages } from "./build-packages.ts";
import { listPublicPackages, type PublicPackage } from "./public-packages.ts";
import { runTool } from "./run-tool.ts";

export interface PackedPackage extends PublicPackage {
  /** Absolute path of the tarball. */
  readonly tarball: string;
}

/** Builds and packs every public package as it would be published. */
export async function packPackages(into: string): Promise<readonly PackedPackage[]> {
  await buildPackages();
  return Promise.all((await listPublicPackages()).map((each) => pack(each, into)));
}

async function pack({ folder, manifest }: PublicPackage, into: string): Promise<PackedPackage> {
  await runTool("pnpm", ["pack", "--pack-destination", into], folder);
  const file = `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`;
  return { folder, manifest, tarball: join(into, file) };
}
