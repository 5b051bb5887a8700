/** What one run cost. */
export interface Measurement {
  readonly count: number;
  readonly seconds: number;
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
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, sampleEveryMs);
  const startedAtMs = performance.now();
  try {
    await run(count, () => {
      done += 1;
      if (done % Math.ceil(count / 10) !== 0) return;
      const collectedAtMs = performance.now();
      live.push(liveBytesNow() - before);
      collectingMs += performance.now() - collectedAtMs;
    });
  } finally {
    clearInterval(sampling);
  }
  const seconds = (performance.now() - startedAtMs - collectingMs) / 1_000;
  return { count, seconds, peakRssBytes: peak, liveBytes: live };
}

function liveBytesNow(): number {
  if (globalThis.gc === undefined) throw new Error("run it with node --expose-gc");
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
