// Writes the public surface of every package into `packages/<name>/api/`, where a review sees what a change
// does to it; with `--check` it only says which of these files are stale.
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { installOnDemand } from "./install-on-demand.ts";
import { packPackages, type PackedPackage } from "./pack-packages.ts";
import { runTool } from "./run-tool.ts";
import { typedEntries } from "./typed-entries.ts";

interface Report {
  readonly name: string;
  /** Where the package lies unpacked. */
  readonly folder: string;
  readonly entry: string;
  /** The file that the extractor writes. */
  readonly report: string;
  /** The file in the repository. */
  readonly target: string;
}

const check = process.argv.includes("--check");
const workspace = await mkdtemp(join(tmpdir(), "openbalance-api-"));
try {
  const packages = await packPackages(workspace);
  const reports = (await Promise.all(packages.map((each) => unpack(each)))).flat();
  await mkdir(join(workspace, "reports/written"), { recursive: true });
  const { folder } = await installOnDemand("api-reports");
  const jobs = join(workspace, "reports.json");
  await writeFile(jobs, JSON.stringify(reports));
  await runTool(process.execPath, ["api-report.mjs", jobs], folder);
  const stale = (await Promise.all(reports.map((each) => compare(each)))).flat();
  const superfluous = (await Promise.all(packages.map((each) => unexpected(each, reports)))).flat();
  for (const file of [...stale, ...superfluous]) console.error(`${file} is stale; run \`pnpm api\``);
  if (check && stale.length + superfluous.length > 0) process.exitCode = 1;
  else console.log(`${reports.length} API reports ${check ? "are fresh" : "written"}`);
} finally {
  await rm(workspace, { recursive: true, force: true });
}

/** Lays a package out with its dependencies in reach, and lists the reports it needs. */
async function unpack({ folder, manifest, tarball }: PackedPackage): Promise<Report[]> {
  const modules = join(workspace, "node_modules");
  // What lies in `node_modules` itself, the extractor takes for somebody else's.
  const place = join(workspace, "packages", basename(folder));
  await mkdir(place, { recursive: true });
  await mkdir(dirname(join(modules, manifest.name)), { recursive: true });
  await symlink(place, join(modules, manifest.name));
  await runTool("tar", ["-xzf", tarball, "--strip-components=1", "-C", place], workspace);
  const foreign = Object.keys(manifest.dependencies ?? {}).filter(
    (name) => !name.startsWith("@openbalance/"),
  );
  for (const name of foreign) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(folder, "node_modules", name), join(modules, name)).catch(() => undefined);
  }
  const entries = await typedEntries(place);
  return entries.map(({ subpath, declarations }) => {
    const file = subpath === "." ? "index.md" : `${subpath.slice(2).replaceAll("/", "-")}.md`;
    return {
      name: join(manifest.name, subpath),
      folder: place,
      entry: declarations,
      report: join(workspace, "reports", `${basename(folder)}-${file}`),
      target: join(folder, "api", file),
    };
  });
}

async function compare({ report, target }: Report): Promise<string[]> {
  const fresh = await readFile(report, "utf8");
  if (fresh === (await readFile(target, "utf8").catch(() => undefined))) return [];
  if (check) return [target];
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, fresh);
  return [];
}

/** Reports of entries that are gone. */
async function unexpected({ folder }: PackedPackage, reports: readonly Report[]): Promise<string[]> {
  const present = await readdir(join(folder, "api")).catch(() => []);
  const targets = new Set(reports.map(({ target }) => target));
  const gone = present.map((file) => join(folder, "api", file)).filter((file) => !targets.has(file));
  if (!check) await Promise.all(gone.map((file) => rm(file)));
  return check ? gone : [];
}
