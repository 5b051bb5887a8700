import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly license?: string;
  readonly files?: readonly string[];
  readonly sideEffects?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  /** What stands in the manifest's place once it is packed. */
  readonly publishConfig?: {
    readonly exports?: Readonly<
      Record<string, string | { readonly types: string; readonly default: string }>
    >;
    /** What the package imports of itself, by the platform that loads it. */
    readonly imports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

export interface PublicPackage {
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly manifest: PackageManifest;
}

/** The packages that are published, in alphabetical order. */
export async function listPublicPackages(): Promise<readonly PublicPackage[]> {
  const packages = new URL("../packages/", import.meta.url);
  const folders = (await readdir(packages)).toSorted().map((name) => fileURLToPath(new URL(name, packages)));
  const all = await Promise.all(
    folders.map(async (folder) => ({
      folder,
      // Written by us and checked by the layout test.
      manifest: JSON.parse(await readFile(`${folder}/package.json`, "utf8")) as PackageManifest,
    })),
  );
  return all.filter(({ manifest }) => manifest.private !== true);
}
