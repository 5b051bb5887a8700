import { readFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";

/** The version of an installed package, as its manifest says it. */
export function versionOf(packageName: string): string {
  const manifest = new URL(`node_modules/${packageName}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string }).version;
}

/** What the numbers were measured on. */
export function describeMachine(): string {
  const [processor] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `Node ${process.versions.node}, ${cpus().length} x ${processor?.model.trim() ?? "unknown"}, ${platform()} ${arch()}, ${date}`;
}
