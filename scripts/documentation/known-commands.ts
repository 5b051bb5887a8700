import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { listPublicPackages } from "../public-packages.ts";

const commandLine = fileURLToPath(new URL("../../packages/cli/src/main.ts", import.meta.url));

/** What the commands that the documentation shows may refer to. */
export interface KnownCommands {
  /** Of the project's root. */
  readonly scripts: ReadonlySet<string>;
  /** By the name of the package. */
  readonly packageScripts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly publicPackages: ReadonlySet<string>;
  /** Of this repository, relative to its root. */
  readonly files: ReadonlySet<string>;
  /** The help of a command of `openbalance`; of all commands for an empty name. Undefined: no such command. */
  help(command: string): Promise<string | undefined>;
}

/** Reads the manifests among the repository's files and, when asked, the command line's own help. */
export async function loadKnownCommands(files: readonly string[]): Promise<KnownCommands> {
  const root = new URL("../../", import.meta.url);
  const packageScripts = new Map<string, ReadonlySet<string>>();
  for (const file of files.filter((each) => /(^|\/)package\.json$/.test(each))) {
    // Written by us, and a wrong one would fail the install.
    const manifest = JSON.parse(await readFile(new URL(file, root), "utf8")) as Manifest;
    packageScripts.set(manifest.name, new Set(Object.keys(manifest.scripts ?? {})));
  }
  const packages = await listPublicPackages();
  const helps = new Map<string, Promise<string | undefined>>();
  return {
    scripts: packageScripts.get("openbalance") ?? new Set(),
    packageScripts,
    files: new Set(files),
    publicPackages: new Set(packages.map(({ manifest }) => manifest.name)),
    help(command) {
      const known = helps.get(command) ?? askForHelp(command);
      helps.set(command, known);
      return known;
    },
  };
}

interface Manifest {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

async function askForHelp(command: string): Promise<string | undefined> {
  const words = command === "" ? ["--help"] : [...command.split(" "), "--help"];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [commandLine, ...words]);
    return stdout;
  } catch {
    return undefined;
  }
}
