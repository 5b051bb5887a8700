// Bundles the command line for publishing: a start loads a handful of files instead of 130 modules.
import { readFile, rm } from "node:fs/promises";
import { build } from "esbuild";

const folder = new URL("../", import.meta.url).pathname;
const manifest: unknown = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
const dependencies = Object.keys((manifest as { dependencies: Record<string, string> }).dependencies);

await rm(`${folder}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: folder,
  entryPoints: { main: "src/main.ts", "config/define-config": "src/config/define-config.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22.12",
  sourcemap: true,
  sourcesContent: false,
  chunkNames: "chunks/[name]-[hash]",
  // Foreign code stays a dependency, under its own name and licence; ours is bundled.
  external: dependencies.filter((name) => !name.startsWith("@openbalance/")),
});
