import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface TypedEntry {
  /** As it stands behind the package's name: `.` or `./telnyx`. */
  readonly subpath: string;
  /** Absolute path. */
  readonly declarations: string;
}

interface PublishedManifest {
  readonly exports: Readonly<Record<string, string | { readonly types?: string }>>;
}

/** What users can import from an unpacked package and has types, patterns spelled out, in alphabetical order. */
export async function typedEntries(folder: string): Promise<readonly TypedEntry[]> {
  const text = await readFile(join(folder, "package.json"), "utf8");
  // `exports` is checked by publint before anything is published.
  const { exports } = JSON.parse(text) as PublishedManifest;
  const found = await Promise.all(
    Object.entries(exports).map(async ([subpath, target]) => {
      const types = typeof target === "string" ? undefined : target.types;
      return types === undefined ? [] : spellOut(folder, subpath, types);
    }),
  );
  return found.flat().toSorted((one, other) => one.subpath.localeCompare(other.subpath));
}

async function spellOut(folder: string, subpath: string, types: string): Promise<readonly TypedEntry[]> {
  if (!types.includes("*")) return [{ subpath, declarations: join(folder, types) }];
  const [before = "", after = ""] = types.split("*");
  const entries: TypedEntry[] = [];
  for await (const file of glob(types.slice(2), { cwd: folder })) {
    const name = `./${file}`.slice(before.length, -after.length);
    entries.push({ subpath: subpath.replace("*", name), declarations: join(folder, file) });
  }
  return entries;
}
