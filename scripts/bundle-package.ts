// Bundles the package in whose folder it runs: one file for each entry of `exports`, one for what they share.
// The first half of every library's `build`; `tsc` writes the declarations. docs/decisions/0075 says why.
import { glob, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "rolldown";
import type { PackageManifest } from "./public-packages.ts";

const folder = process.cwd();
// Written by us and checked by the test of packages.
const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as PackageManifest;
const dependencies = Object.keys(manifest.dependencies ?? {});
const entries = await publishedEntries(manifest);
const entrySources = new Set(Object.values(entries));

await rm(join(folder, "dist"), { recursive: true, force: true });
await build({
  cwd: folder,
  input: entries,
  // Neither Node nor a browser. What is neither ours here nor a declared dependency cannot be resolved.
  platform: "neutral",
  // What `imports` names is chosen by the platform that loads it.
  external: (id) =>
    id.startsWith("#") || dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
  transform: { target: "es2024" },
  // As `sideEffects` of every manifest says, and of what a library imports.
  treeshake: { moduleSideEffects: false },
  // An entry that another one imports shows no more than its own names.
  preserveEntrySignatures: "strict",
  onLog(level, { message }) {
    if (level === "warn") throw new Error(`${manifest.name}: ${message}`);
  },
  output: {
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name].js",
    codeSplitting: {
      // One chunk, whoever shares what, or each set of entries would get its own. Entries import each other.
      groups: [{ name: "shared", minShareCount: 2, test: (id) => !entrySources.has(id) }],
    },
    minifyInternalExports: false,
    sourcemap: true,
    // The sources are published beside it.
    sourcemapExcludeSources: true,
  },
});

/** The source of each published entry under its place in `dist`, patterns spelled out. */
async function publishedEntries({
  name,
  publishConfig = {},
}: PackageManifest): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const { exports = {}, imports = {} } = publishConfig;
  const exported = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [] : target.default,
  );
  const imported = Object.values(imports).flatMap((target) => Object.values(target));
  for (const target of [...exported, ...imported]) {
    const pattern = target.replace(/^\.\/dist\/(.+)\.js$/, "$1.ts");
    const sources: string[] = [];
    for await (const source of glob(pattern, { cwd: join(folder, "src") })) sources.push(source);
    if (sources.length === 0) throw new Error(`${name}: ${target} has no source at src/${pattern}`);
    // In one order everywhere, so that the same source gives the same bytes.
    for (const source of sources.toSorted()) {
      found[source.replace(/\.ts$/, "")] = resolve(folder, "src", source);
    }
  }
  return found;
}
