import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { spreadOf, type Spread } from "./statistics.ts";

const run = promisify(execFile);
const folder = new URL("../", import.meta.url);

/** Milliseconds to import a package in a fresh process, Node's own start apart. Packages take turns. */
export async function measureImports(
  packages: readonly string[],
  rounds: number,
): Promise<ReadonlyMap<string, Spread>> {
  const measured = new Map(packages.map((name): [string, number[]] => [name, []]));
  // The first round fills the page cache and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, times] of measured) {
      const time = await importOnce(name);
      if (round > 0) times.push(time);
    }
  }
  return new Map([...measured].map(([name, times]) => [name, spreadOf(times)]));
}

async function importOnce(name: string): Promise<number> {
  const source = `const from = performance.now(); await import(${JSON.stringify(name)}); console.log(performance.now() - from);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", source], { cwd: folder });
  return Number(stdout);
}
