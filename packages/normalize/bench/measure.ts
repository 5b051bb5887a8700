/** What one run cost. */
export interface Measurement {
  readonly count: number;
  readonly seconds: number;
  /** What the processor spent on it, which a busy machine changes less than the time by the clock. */
  readonly cpuSeconds: number;
  /** The most memory that the process held, in bytes. */
  readonly peakRssBytes: number;
  /** What was in use after collecting the rubbish, at each tenth of the run, above what was in use before it. */
  readonly liveBytes: readonly number[];
}

const sampleEveryMs = 20;

/** Measures a run of `count` steps, which calls `step` after each. Needs node's --expose-gc. */
export async function measure(
  count: number,
  run: (count: number, step: () => void) => Promise<void>,
): Promise<Measurement> {
  const before = liveBytesNow();
  const live: number[] = [];
  let done = 0;
  let peak = process.memoryUsage.rss();
  let collectingMs = 0;
  let collectingCpuMs = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, sampleEveryMs);
  const [startedAtMs, startedAtCpuMs] = [performance.now(), cpuMs()];
  try {
    await run(count, () => {
      done += 1;
      if (done % Math.ceil(count / 10) !== 0) return;
      const [collectsAtMs, collectsAtCpuMs] = [performance.now(), cpuMs()];
      live.push(liveBytesNow() - before);
      collectingMs += performance.now() - collectsAtMs;
      collectingCpuMs += cpuMs() - collectsAtCpuMs;
    });
  } finally {
    clearInterval(sampling);
  }
  const seconds = (performance.now() - startedAtMs - collectingMs) / 1_000;
  const cpuSeconds = (cpuMs() - startedAtCpuMs - collectingCpuMs) / 1_000;
  return { count, seconds, cpuSeconds, peakRssBytes: peak, liveBytes: live };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function liveBytesNow(): number {
  if (globalThis.gc === undefined) throw new Error("run it with node --expose-gc");
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
