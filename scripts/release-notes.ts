// Writes, beside the tarballs of `changeset pack`, what each release is called, in the order in which they
// have to be published, and what its changelog says: a line a release, `tag<TAB>tarball<TAB>notes`.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { changelogSection } from "./changelog-section.ts";
import { listPublicPackages } from "./public-packages.ts";

/** What `changeset pack` writes: groups of releases, each group after those it depends on. */
interface PublishPlan {
  readonly plan: readonly (readonly {
    readonly kind: string;
    readonly name: string;
    readonly version: string;
    readonly tarball?: { readonly path: string };
  }[])[];
}

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error("usage: node scripts/release-notes.ts <folder of `changeset pack`>");

const packages = await listPublicPackages();
const { plan } = JSON.parse(await readFile(join(folder, "publish-plan.json"), "utf8")) as PublishPlan;
await mkdir(join(folder, "notes"), { recursive: true });
const lines = await Promise.all(
  plan.flat().flatMap(({ name, version, tarball }, index) => {
    return tarball === undefined ? [] : [describe(name, version, tarball.path, `notes/${index + 1}.md`)];
  }),
);
await writeFile(join(folder, "order.tsv"), lines.map((line) => `${line}\n`).join(""));
console.log(`${lines.length} releases described`);

async function describe(name: string, version: string, tarball: string, notes: string): Promise<string> {
  const source = packages.find(({ manifest }) => manifest.name === name);
  if (source === undefined) throw new Error(`${name} is to be published, but is no public package`);
  const changelog = await readFile(join(source.folder, "CHANGELOG.md"), "utf8");
  await writeFile(join(folder ?? "", notes), changelogSection(changelog, version));
  return [`${name}@${version}`, tarball, notes].join("\t");
}
