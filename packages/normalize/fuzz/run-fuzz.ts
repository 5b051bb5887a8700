// Reads mutated replies of every vendor with the decoders and with a reference that shares no code with them.
// Run with `node packages/normalize/fuzz/run-fuzz.ts`; `--bodies 1000000` tries more, `--seed 7` others. Exits with 1 at the first difference.
import { parseArgs } from "node:util";
import { fuzzBodies } from "./fuzz-bodies.ts";
import { loadFuzzSubjects } from "./subjects.ts";

const { values } = parseArgs({
  options: {
    bodies: { type: "string", default: "300000" },
    seed: { type: "string", default: "20261122" },
  },
});
const bodies = Number(values.bodies);
const seed = Number(values.seed);
const startedAtMs = performance.now();
const report = fuzzBodies(await loadFuzzSubjects(), bodies, seed);
const seconds = ((performance.now() - startedAtMs) / 1_000).toFixed(1);

console.log(`fuzz: ${report.bodies} bodies in ${seconds} s, seed ${seed}`);
console.log(`  ${report.snapshots} read, ${report.amounts} amounts, every digit as the reference has it`);
console.log(`  ${report.refused} refused by decoder and reference alike; ${report.notUtf8} were no UTF-8`);
if (report.difference === undefined) {
  console.log("  0 differences");
} else {
  const { vendor, body, what } = report.difference;
  console.error(
    `fuzz: ${vendor} ${what}\n  on ${JSON.stringify(body)}\n  again: node packages/normalize/fuzz/run-fuzz.ts --seed ${seed}`,
  );
  process.exitCode = 1;
}
