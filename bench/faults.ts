// Prints one table: what every client does with every fault. `--write` writes it to docs/faults.md too.
// The exit code is not 0 when one of our own clients does anything but what is wanted.
import { writeFile } from "node:fs/promises";
import { loadSubject, ownVendors, peers, type SubjectName } from "./clients/load-subject.ts";
import { probes } from "./faults/all-probes.ts";
import { measureCell } from "./faults/measure-cell.ts";
import type { Probe } from "./faults/probe.ts";
import { markdownTable } from "./table.ts";
import { describeMachine, versionOf } from "./versions.ts";

const own: readonly SubjectName[] = ownVendors.map((vendor) => ({
  file: `openbalance-${vendor}`,
  way: "account",
}));
const others: readonly SubjectName[] = peers.map((file) => ({ file }));
const unwanted: string[] = [];

const rows = [["fault", "OpenBalance, all five", ...(await Promise.all(others.map(columnTitle)))]];
for (const probe of probes) {
  const cells = await measureRow(probe, [...own, ...others]);
  const ownCells = cells.slice(0, own.length);
  ownCells.forEach((cell, index) => {
    if (!probe.wanted.test(cell)) unwanted.push(`${ownVendors[index]}, ${probe.name}: ${cell}`);
  });
  rows.push([probe.name, joinOwn(ownCells), ...cells.slice(own.length)]);
}
const table = `${markdownTable(rows)}\n\n${describeMachine()}`;
console.log(table);
for (const each of unwanted) console.error(`not what is wanted: ${each}`);
if (unwanted.length > 0) process.exitCode = 1;
if (process.argv.includes("--write")) {
  const text = `# Faults, and what clients do with them\n\nWritten by \`pnpm bench faults --write\`; [bench/README.md](../bench/README.md) says how each cell is measured.\n\n${table}\n`;
  await writeFile(new URL("../docs/faults.md", import.meta.url), text);
}

async function columnTitle(name: SubjectName): Promise<string> {
  const { packageName = name.file } = await loadSubject(name);
  return `${packageName} ${versionOf(packageName)}`;
}

/** Two cells at a time: most of a cell is waiting, and more would make deadlines wait for the processor. */
async function measureRow(probe: Probe, names: readonly SubjectName[]): Promise<readonly string[]> {
  const cells: string[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < names.length; index = next++) {
      const name = names[index];
      if (name !== undefined) cells[index] = await measureCell(probe, name);
    }
  };
  await Promise.all([lane(), lane()]);
  return cells;
}

/** One text where all five say the same, the range where they differ in a number alone, else each by name. */
function joinOwn(cells: readonly string[]): string {
  // A vendor without an id in its paths has nothing to say there.
  const said = cells.filter((cell) => cell !== "-");
  const [first = "-"] = said;
  if (said.every((cell) => cell === first)) return first;
  const shapes = new Set(said.map((cell) => cell.replaceAll(/\d+/g, "#")));
  if (shapes.size > 1) return cells.map((cell, index) => `${ownVendors[index]}: ${cell}`).join("; ");
  const numbers = said.map((cell) => Number(/\d+/.exec(cell)?.[0])).toSorted((one, other) => one - other);
  return first.replace(/\d+/, `${numbers[0]} to ${numbers.at(-1)}`);
}
