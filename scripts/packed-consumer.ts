import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackageManager } from "./package-managers.ts";
import type { PackedPackage } from "./pack-packages.ts";
import { demoAccounts } from "./demo-accounts.ts";
import { runTool } from "./run-tool.ts";

/** An empty project into which the packed packages were installed. */
export interface Consumer {
  readonly folder: string;
  readonly manager: PackageManager;
}

/** Makes an empty project, installs the packed packages into it, and puts the consumer's own files there. */
export async function createConsumer(
  folder: string,
  manager: PackageManager,
  packages: readonly PackedPackage[],
): Promise<Consumer> {
  await mkdir(folder, { recursive: true });
  const template = new URL("packed-consumer/", import.meta.url);
  for (const file of ["consumer.ts", "tsconfig.json", "require.cjs"]) {
    await writeFile(join(folder, file), await readFile(new URL(file, template)));
  }
  await manager.install(folder, packages);
  return { folder, manager };
}

/** Type-checks and compiles the consumer: strict, the declarations of all libraries included. */
export async function compileConsumer({ folder }: Consumer, tsc: string): Promise<void> {
  await runTool(process.execPath, [tsc, "-p", "."], folder);
}

/** Runs the compiled consumer, imports and `require` alike, and the command, against mocks; gives what they printed. */
export async function runConsumer(
  { folder, manager }: Consumer,
  urls: Readonly<Record<string, string>>,
): Promise<string> {
  const environment = { ...process.env, ...demoAccounts(urls) };
  const printed: string[] = [];
  for (const commandLine of [
    ...["consumer.js", "require.cjs"].map((script) => manager.node(script)),
    manager.command("openbalance"),
  ]) {
    const [command = "", ...rest] = commandLine;
    printed.push((await runTool(command, rest, folder, environment)).trim());
  }
  return printed.join("\n");
}
