import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startFaultServer } from "../../packages/testing/src/fault-server.ts";
import { replyJson } from "../../packages/testing/src/faults/reply.ts";
import { loadSubject, type SubjectName } from "../clients/load-subject.ts";
import type { Probe } from "./probe.ts";

const cellProcess = fileURLToPath(new URL("cell-process.ts", import.meta.url));
// Far above the longest bound inside a probe: what reaches it hangs its process.
const hardLimitMs = 60_000;

/** Runs one probe against one client and says what really happened. */
export async function measureCell(probe: Probe, name: SubjectName): Promise<string> {
  const subject = await loadSubject(name);
  await using elsewhere = await startFaultServer(replyJson(subject.reply("5.00")));
  await using server = await startFaultServer(...probe.faults(subject, elsewhere.url));
  const outcome = await runCell([probe.name, JSON.stringify(name), `${server.url}/v1`]);
  if (outcome === undefined) return "crashes the process";
  if (outcome === "hangs the process" || probe.judge === undefined) return outcome;
  return probe.judge(outcome, { requests: server.requests, elsewhere: elsewhere.requests });
}

/** What the process reported; undefined when it crashed, before or after its report. */
async function runCell(cellArguments: readonly string[]): Promise<string | undefined> {
  const child = fork(cellProcess, cellArguments, {
    execArgv: ["--expose-gc"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // None of the variables that a client would look for a key in.
    env: { PATH: process.env["PATH"] },
  });
  let outcome: string | undefined;
  child.on("message", (message) => {
    if (typeof message === "string") outcome = message;
  });
  const timer = setTimeout(() => {
    outcome = "hangs the process";
    child.kill("SIGKILL");
  }, hardLimitMs);
  const [code] = (await once(child, "exit")) as [number | null];
  clearTimeout(timer);
  return code === 0 || code === null ? outcome : undefined;
}
