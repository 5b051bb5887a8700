import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { site } from "./serve-site.ts";

/** Every page of the built site, as the path below its root. */
export async function listPages(): Promise<readonly string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html") && entry.name !== "404.html")
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length - 1))
    .toSorted();
}
