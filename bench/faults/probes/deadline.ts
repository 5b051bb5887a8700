import { setTimeout as delay } from "node:timers/promises";
import { stallBody } from "../../../packages/testing/src/faults/slow-body.ts";
import type { Subject } from "../../clients/subject.ts";
import { describeOutcome, outcomeOf } from "../outcome.ts";
import { probeKey, type Probe } from "../probe.ts";

const deadlineMs = 1_000;
// Three attempts and the waits between them fit in.
const patienceMs = 8_000;

export const stalledBody: Probe = {
  name: "body stalls after the headers, deadline 1 s",
  faults: () => [stallBody()],
  async run(subject, baseUrl) {
    return (
      describeOutcome(await outcomeOf(await stalledCall(subject, baseUrl), patienceMs)) + bySignal(subject)
    );
  },
  wanted: /^timeout$/,
};

export const stalledBodyUnderCollection: Probe = {
  name: "the same under garbage collection, 5 calls",
  faults: () => [stallBody()],
  async run(subject, baseUrl) {
    const call = await stalledCall(subject, baseUrl);
    const collecting = setInterval(() => globalThis.gc?.(), 50);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(call, patienceMs)));
    clearInterval(collecting);
    const hanging = outcomes.filter(({ kind }) => kind === "pending").length;
    const first = outcomes.find(({ kind }) => kind !== "pending");
    if (hanging > 0) return `${hanging} of 5 hang`;
    return (first === undefined ? "hangs" : describeOutcome(first)) + bySignal(subject);
  },
  wanted: /^timeout$/,
};

/** A call with a deadline by the client's own option, or by the caller's signal where it has none. */
async function stalledCall(subject: Subject, baseUrl: string): Promise<() => Promise<unknown>> {
  const client = await subject.open({
    baseUrl,
    key: probeKey,
    ...(subject.hasDeadline ? { timeoutMs: deadlineMs } : {}),
  });
  // A first turn of the loop, so that loading the client is not counted.
  await delay(0);
  return async () => client.read(subject.hasDeadline ? undefined : AbortSignal.timeout(deadlineMs));
}

function bySignal({ hasDeadline }: Subject): string {
  return hasDeadline ? "" : ", by the caller's signal";
}
