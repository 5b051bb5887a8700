import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { files } from "./tree.ts";

export interface WorkspaceCopy extends AsyncDisposable {
  readonly folder: string;
  readonly url: URL;
  /** Does for a package what an install would: its dependencies are those of another. */
  link(vendor: string, like: string): Promise<void>;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The workspace as it stands, in a temporary folder, with the dependencies that are installed here. */
export async function copyWorkspace(): Promise<WorkspaceCopy> {
  const folder = await mkdtemp(join(tmpdir(), "openbalance-workspace-"));
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file));
  }
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const packages = (await readdir(join(root, "packages"))).map((name) => `packages/${name}`);
  // Links to packages of the workspace are relative, so copied ones stay inside the copy.
  for (const member of [...packages, "specs", "scripts"]) await copyLinks(member, member);

  async function copyLinks(from: string, to: string): Promise<void> {
    const options = { recursive: true, verbatimSymlinks: true, force: false };
    await cp(join(root, from, "node_modules"), join(folder, to, "node_modules"), {
      ...options,
      filter: isLink,
    });
  }
  return {
    folder,
    url: pathToFileURL(`${folder}/`),
    async link(vendor, like) {
      await copyLinks(`packages/${like}`, `packages/${vendor}`);
      for (const dependent of ["normalize", "cli"]) {
        const links = join(folder, `packages/${dependent}/node_modules/@openbalance`);
        await symlink(`../../../${vendor}`, join(links, vendor), "junction");
      }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Leaves out what tools keep for themselves. */
function isLink(source: string): boolean {
  return !/[\\/](\.bin|\.vite.*|\.cache)$/.test(source);
}
