// A process of its own for every subject: makes the calls it is told to and says what they cost.
import { loadSubject, type SubjectName } from "../clients/load-subject.ts";
import type { OpenClient } from "../clients/subject.ts";

/** What to do next. */
export interface Order {
  readonly calls: number;
  /** How many calls are under way at once. */
  readonly parallel: number;
}

export interface Cost {
  /** Microseconds of processor time a call, of all threads of this process. */
  readonly cpuMicros: number;
  /** Calls finished a second. */
  readonly callsPerSecond: number;
  /** Milliseconds; half of the calls took less. */
  readonly medianMs: number;
}

const [baseUrl = "", name = "{}"] = process.argv.slice(2);
const subject = await loadSubject(JSON.parse(name) as SubjectName);
const client = await subject.open({ baseUrl, key: "benchmark-key-of-24-chars" });
process.on("message", (order: Order) => {
  void measure(client, order).then((cost) => process.send?.(cost));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");

async function measure({ read }: OpenClient, { calls, parallel }: Order): Promise<Cost> {
  const durations: number[] = [];
  let left = calls;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const startedAt = performance.now();
      if ((await read()) === undefined) throw new Error("the call gave no amount");
      durations.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: parallel }, lane));
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    cpuMicros: (user + system) / calls,
    callsPerSecond: calls / seconds,
    medianMs: durations.toSorted((one, other) => one - other)[Math.floor(calls / 2)] ?? Number.NaN,
  };
}
