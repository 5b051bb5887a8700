import { readdir } from "node:fs/promises";

/** The names a vendor's description may have; a folder holds exactly one of them. */
export const DESCRIPTION_FILES: readonly string[] = ["openapi.yaml", "openapi.json"];

const SPECS = new URL("./", import.meta.url);

/** Every folder that holds a description, sorted. `specs` is another root, for tests. */
export async function listVendors(specs: URL = SPECS): Promise<string[]> {
  const entries = await readdir(specs, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const described = await Promise.all(folders.map((folder) => hasDescription(new URL(`${folder}/`, specs))));
  return folders.filter((_, index) => described[index]).toSorted();
}

async function hasDescription(folder: URL): Promise<boolean> {
  const files = await readdir(folder);
  return DESCRIPTION_FILES.some((file) => files.includes(file));
}
