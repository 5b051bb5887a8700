import { readFile } from "node:fs/promises";

type Kind = "dependencies" | "devDependencies";
type Dependencies = Readonly<Record<string, string>>;

/** The packages that depend on the client of every vendor, and how. */
const dependents: readonly { readonly file: string; readonly kind: Kind; readonly range: string }[] = [
  { file: "packages/normalize/package.json", kind: "dependencies", range: "workspace:^" },
  // Bundled when it is published, so it depends on nothing of ours but normalize.
  { file: "packages/cli/package.json", kind: "devDependencies", range: "workspace:^" },
];

/** The manifests with exactly the vendors that there are among their dependencies, by their path below the root. */
export async function vendorManifests(
  vendors: readonly string[],
  root: URL,
): Promise<ReadonlyMap<string, string>> {
  const members = await Promise.all(
    dependents.map(async ({ file, kind, range }) => {
      const text = await readFile(new URL(file, root), "utf8");
      return [file, withVendors(text, kind, range, vendors)] as const;
    }),
  );
  return new Map(members);
}

function withVendors(text: string, kind: Kind, range: string, vendors: readonly string[]): string {
  // Written by us, and checked by every install.
  const manifest = JSON.parse(text) as Readonly<Record<Kind, Dependencies | undefined>>;
  const others = Object.entries(manifest[kind] ?? {}).filter(([name]) => !isVendor(name));
  const listed = vendors.map((vendor) => [`@openbalance/${vendor}`, range] as const);
  const sorted = [...others, ...listed].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ ...manifest, [kind]: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}

/** Whether a dependency is a vendor's package, be it one that is there no longer. */
function isVendor(name: string): boolean {
  return name.startsWith("@openbalance/") && !ourOwn.has(name.slice("@openbalance/".length));
}

/** The packages that are no vendor's. */
const ourOwn: ReadonlySet<string> = new Set(["http", "normalize", "specs", "testing"]);
