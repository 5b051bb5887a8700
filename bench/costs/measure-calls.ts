import { fork, spawnSync, type ChildProcess, type ForkOptions } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { loadSubject } from "../clients/load-subject.ts";
import type { Cost, Order } from "./call-worker.ts";
import type { Candidate } from "./candidates.ts";
import { spreadOf, type Spread } from "./statistics.ts";

/** What a call of one candidate costs beside the one it is set beside, in the same round. */
export interface CallCost {
  readonly cpuMicros: number;
  readonly cpuRatio: Spread;
  readonly throughputRatio: Spread;
  /** Milliseconds more that half of the calls take at most, one call at a time. */
  readonly addedMs: Spread;
}

// Beside a busy second processor that shares its caches, the same code of raw fetch differed from itself by half.
const pin = ["--cpu-list", "0", process.execPath];
const onOneProcessor: ForkOptions =
  spawnSync("taskset", [...pin, "--version"]).status === 0
    ? { execPath: "taskset", execArgv: pin }
    : { execArgv: [] };

const warmUp: Order = { calls: 6_000, parallel: 100 };
const inParallel: Order = { calls: 1_500, parallel: 100 };
const oneByOne: Order = { calls: 150, parallel: 1 };

interface Round {
  readonly parallel: Cost;
  readonly single: Cost;
}

/** Measures all candidates in turn, round by round, each in a process of its own, against one server process. */
export async function measureCalls(
  candidates: readonly Candidate[],
  rounds: number,
): Promise<ReadonlyMap<string, CallCost>> {
  const server = start("reply-server.ts", []);
  const replies = await Promise.all(
    // A literal that every vendor's reply can hold.
    candidates.map(async ({ subject }) => (await loadSubject(subject)).reply("300.25")),
  );
  const ports = await ask<readonly number[]>(server, replies);
  const workers = candidates.map(({ subject }, index) =>
    start("call-worker.ts", [`http://127.0.0.1:${ports[index]}/v1`, JSON.stringify(subject)]),
  );
  await Promise.all(workers.map((worker) => once(worker, "message")));
  for (const worker of workers) await ask<Cost>(worker, warmUp);

  const measured = candidates.map((): Round[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < workers.length; turn += 1) {
      // Every round begins with another candidate, so that none always runs behind the same one.
      const index = (turn + round) % workers.length;
      const worker = workers[index];
      if (worker === undefined) continue;
      const parallel = await ask<Cost>(worker, inParallel);
      const single = await ask<Cost>(worker, oneByOne);
      measured[index]?.push({ parallel, single });
    }
  }
  for (const child of [server, ...workers]) child.disconnect();

  const byLabel = new Map(candidates.map(({ label }, index) => [label, measured[index] ?? []]));
  return new Map(
    candidates.map(({ label, beside }) => [
      label,
      compare(byLabel.get(label) ?? [], byLabel.get(beside) ?? []),
    ]),
  );
}

function compare(own: readonly Round[], base: readonly Round[]): CallCost {
  const each = (pick: (one: Round, other: Round) => number): Spread =>
    spreadOf(own.flatMap((round, index) => (base[index] === undefined ? [] : [pick(round, base[index])])));
  return {
    cpuMicros: spreadOf(own.map(({ parallel }) => parallel.cpuMicros)).median,
    cpuRatio: each((one, other) => one.parallel.cpuMicros / other.parallel.cpuMicros),
    throughputRatio: each((one, other) => one.parallel.callsPerSecond / other.parallel.callsPerSecond),
    addedMs: each((one, other) => one.single.medianMs - other.single.medianMs),
  };
}

function start(file: string, processArguments: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, processArguments, onOneProcessor);
  child.once("exit", (code, signal) => {
    // A worker that dies would leave its round waiting for ever.
    if (code !== 0) throw new Error(`${file} ended with ${signal ?? code}`);
  });
  return child;
}

async function ask<Answer>(child: ChildProcess, order: unknown): Promise<Answer> {
  const answer = once(child, "message");
  child.send(order as object);
  // Both ends of this channel are files of this folder.
  return ((await answer) as [Answer])[0];
}
