import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export interface FleetSettings {
  /** Where the example is installed. */
  readonly project: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly workers: number;
  /** How many workers are killed on the way. */
  readonly kills: number;
}

/**
 * Keeps workers running until the work is done. In between, one after the other is killed without a
 * warning, spread over the work by what share of it is done, and replaced.
 */
export async function runFleet(settings: FleetSettings, shareDone: () => Promise<number>): Promise<number> {
  const { workers, kills } = settings;
  const running = Array.from({ length: workers }, () => startWorker(settings));
  let killed = 0;
  try {
    for (;;) {
      const share = await shareDone();
      if (share >= 1) return killed;
      if (killed < kills && share >= (killed + 1) / (kills + 2)) {
        const victim = killed % workers;
        await kill(running[victim], "SIGKILL");
        running[victim] = startWorker(settings);
        killed += 1;
      }
      await wait(200);
    }
  } finally {
    await Promise.all(running.map((worker) => kill(worker, "SIGTERM")));
  }
}

function startWorker({ project, environment }: FleetSettings): ChildProcess {
  return spawn(process.execPath, [join(project, "worker.ts")], {
    cwd: project,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit"],
  });
}

async function kill(worker: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (worker === undefined || worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill(signal);
  await once(worker, "exit");
}
