import { readFile, readlink } from "node:fs/promises";
import { hostname, uptime } from "node:os";
import { errorCode } from "../../runtime/error-code.ts";

/** Which process something belongs to. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Where its number counts: the machine since its start, and the container where there is one. */
  readonly place: string;
  /** When it started, by the system's own clock. Absent: the system does not say. */
  readonly started?: string;
}

/** This process. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  const [boot, container] = await Promise.all([
    readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => ""),
    readlink("/proc/self/ns/pid").catch(() => ""),
  ]);
  const place = [hostname(), boot.trim(), container].join(" ").trim();
  const started = await startOf(process.pid);
  return { pid: process.pid, place, ...(started === undefined ? {} : { started }) };
}

/** Whether a process that was there at `sinceMs` still runs; undefined where that cannot be seen from here. */
export async function isRunning(
  other: ProcessIdentity,
  own: ProcessIdentity,
  sinceMs: number,
): Promise<boolean | undefined> {
  if (other.place !== own.place) return undefined;
  // Not this process, which has only begun: an earlier one with its number, as in a container that starts anew.
  if (other.pid === own.pid) return false;
  // Elsewhere the place does not tell one start of the machine from the next.
  if (own.started === undefined && sinceMs < Date.now() - uptime() * 1_000) return false;
  try {
    // The signal 0 is sent to nobody; it asks.
    process.kill(other.pid, 0);
  } catch (error) {
    // What may not be signalled runs all the same.
    if (errorCode(error) !== "EPERM") return false;
  }
  if (other.started === undefined) return undefined;
  // The number of a process that has ended is given to another one.
  return (await startOf(other.pid)) === other.started;
}

/** The start of a process in ticks since the machine's; undefined without `/proc`. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in parentheses, may hold anything.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
