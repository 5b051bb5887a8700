import { parseArgs } from "node:util";
import { measureMemory, type MemoryFigures } from "./measure-memory.ts";
import { runSoak, type SoakFigures } from "./run-soak.ts";

// `node packages/http/soak/soak.ts [--calls 100000] [--seed 7] [--parallel 64]`
const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "20000" },
    parallel: { type: "string", default: "64" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});

const bodies = 10;
const most = { abortMs: 50, memoryBytes: 48_000_000 };
const seed = Number(values.seed);
const calls = Number(values.calls);
const parallel = Number(values.parallel);
if (![seed, calls, parallel].every((value) => Number.isSafeInteger(value) && value >= 0) || parallel === 0) {
  console.error("soak: --calls, --seed and --parallel must be whole numbers");
  process.exit(2);
}

console.log(`${calls} calls, ${parallel} in parallel, --seed ${seed}`);
const startedAtMs = performance.now();
const soak = await runSoak({ calls, parallel, seed });
console.log(`${soak.requests} requests in ${Math.round((performance.now() - startedAtMs) / 1_000)} s`);
console.log(
  Object.entries(soak.outcomes)
    .map(([code, count]) => `${code} ${count}`)
    .join(", "),
);
const failed = [...checkSoak(soak), ...checkMemory(await measureMemory(bodies))];
for (const line of failed) console.error(line);
if (failed.length > 0) {
  console.error(
    `soak: failed; repeat it with: node packages/http/soak/soak.ts --calls ${calls} --parallel ${parallel} --seed ${seed}`,
  );
  process.exitCode = 1;
}

function checkSoak(figures: SoakFigures): readonly string[] {
  const { lostResults, wrongNumbers, secrets, unhandledRejections, abortDelaysMs } = figures;
  const lists = { lostResults, wrongNumbers, secrets, unhandledRejections };
  const { eventsAfterEnd, listenersLeft, socketsLeft, timersLeft } = figures;
  const counts = { eventsAfterEnd, listenersLeft, socketsLeft, timersLeft };
  const found = Object.entries(lists).flatMap(([name, list]) => {
    console.log(`${name}: ${list.length}`);
    return list.slice(0, 10).map((line) => `${name}: ${line}`);
  });
  const left = Object.entries(counts).flatMap(([name, count]) => atMost(name, count, 0, ""));
  const abort = abortDelaysMs[Math.floor(abortDelaysMs.length * 0.99)] ?? 0;
  return [
    ...found,
    ...left,
    ...atMost(`abort, p99 of ${abortDelaysMs.length}`, Math.ceil(abort), most.abortMs, " ms"),
  ];
}

function checkMemory({ codes, grownBytes }: MemoryFigures): readonly string[] {
  const tooLarge = codes.filter((code) => code === "too_large").length;
  console.log(`${bodies} bodies of 64 MiB and ${bodies} gzip bombs: ${tooLarge} too_large`);
  const missing = tooLarge === 2 * bodies ? [] : [`memory: ended with ${codes.join(", ")}`];
  return [...missing, ...atMost("peak memory", grownBytes / 1_000_000, most.memoryBytes / 1_000_000, " MB")];
}

function atMost(name: string, value: number, limit: number, unit: string): readonly string[] {
  const line = `${name}: ${Math.round(value)}${unit} (at most ${limit}${unit})`;
  console.log(line);
  return value <= limit ? [] : [line];
}
