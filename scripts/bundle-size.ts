import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Platform, type Plugin } from "esbuild";
import { listPublicPackages } from "./public-packages.ts";

export interface Bundle {
  readonly code: string;
  readonly gzippedBytes: number;
  /** Bytes that each file adds to the bundle before it is gzipped, largest first. */
  readonly bytesByFile: readonly (readonly [file: string, bytes: number])[];
}

export interface BundleOptions {
  /** Where the names of packages are looked up; the folder of the jobs when absent. */
  readonly resolveFolder?: string;
  /** `neutral` when absent: nothing of Node and nothing of a browser. */
  readonly platform?: Platform;
}

/**
 * Bundles a module as an application would (one file, minified, ESM) and gzips it.
 * The packages of this project stand in it as they are published, not as the workspace sees them.
 */
export async function bundleModule(source: string, options: BundleOptions = {}): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: source, resolveDir: options.resolveFolder ?? import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    platform: options.platform ?? "neutral",
    // `neutral` looks at no other field, and this one is what every bundler looks at.
    mainFields: ["module", "main"],
    target: "es2022",
    treeShaking: true,
    legalComments: "none",
    metafile: true,
    write: false,
    outdir: "unwritten",
    logLevel: "silent",
    plugins: [await asPublished()],
  });
  const [main] = outputFiles;
  const [output] = Object.values(metafile.outputs);
  if (main === undefined || output === undefined) throw new Error("esbuild gave no output");
  const files = Object.entries(output.inputs).map(
    ([file, { bytesInOutput }]) => [file, bytesInOutput] as const,
  );
  return {
    code: main.text,
    gzippedBytes: gzipSync(main.contents, { level: 9 }).length,
    bytesByFile: files.toSorted(([, one], [, other]) => other - one),
  };
}

/** Resolves this project's packages by `publishConfig.exports`, which replaces `exports` when they are packed. */
async function asPublished(): Promise<Plugin> {
  const packages = await listPublicPackages();
  return {
    name: "as-published",
    setup({ onResolve }) {
      onResolve({ filter: /^@openbalance\// }, ({ path }) => {
        const found = packages.find(
          ({ manifest }) => path === manifest.name || path.startsWith(`${manifest.name}/`),
        );
        if (found === undefined) return undefined;
        const { name, publishConfig, sideEffects = true } = found.manifest;
        const subpath = path.slice(name.length + 1);
        const exports = publishConfig?.exports;
        const target = exports?.[subpath === "" ? "." : `./${subpath}`] ?? exports?.["./*"];
        if (typeof target !== "object") return undefined;
        return { path: join(found.folder, target.default.replace("*", subpath)), sideEffects };
      });
      // What a package imports of itself is chosen by the platform, which here is none.
      onResolve({ filter: /^#/ }, ({ path, importer }) => {
        const from = packages.find(({ folder }) => importer.startsWith(`${folder}/`));
        const target = from?.manifest.publishConfig?.imports?.[path]?.["default"];
        return from && target !== undefined ? { path: join(from.folder, target) } : undefined;
      });
    },
  };
}
