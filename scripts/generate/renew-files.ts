import { mkdir, readFile, writeFile } from "node:fs/promises";

/** Files as they have to be, by their path below the root. */
export type GeneratedFiles = ReadonlyMap<string, string>;

export interface Renewal {
  readonly root: URL;
  /** Nothing is written; what is stale is told and counted. */
  readonly check: boolean;
}

/** Writes what differs from the file that is there, or tells of it. Gives the number of those that differed. */
export async function renewFiles({ root, check }: Renewal, files: GeneratedFiles): Promise<number> {
  let differing = 0;
  for (const [file, expected] of files) {
    const target = new URL(file, root);
    if ((await readFile(target, "utf8").catch(() => undefined)) === expected) continue;
    differing += 1;
    if (check) console.error(`${file} is stale or edited; run \`pnpm generate\``);
    else {
      await mkdir(new URL("./", target), { recursive: true });
      await writeFile(target, expected);
      console.log(`${file} written`);
    }
  }
  return differing;
}
