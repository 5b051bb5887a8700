import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { sourceOf, type ModuleFolder } from "./module-folder.ts";

// The workspace's own compiler; the one of this package is older, for the generator.
const compiler = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

/** Checks all modules in one program and gives the faults, each with its place in the Markdown file. */
export async function checkTypes({ folder }: ModuleFolder): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    [compiler, "-p", join(folder, "tsconfig.json"), "--pretty", "false"],
    {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const [output, [status]] = await Promise.all([text(child.stdout), once(child, "close")]);
  if (status === 0) return [];
  const faults = output.split("\n").flatMap((line) => {
    const match = /^(\S+\.ts)\((\d+),\d+\): (?:error )?(.+)$/.exec(line);
    return match === null ? [] : [`${sourceOf(match[1] ?? "")}:${match[2]}: ${match[3]}`];
  });
  // What names no place, such as a broken configuration, must not pass for none.
  return faults.length > 0 ? faults : [output];
}
