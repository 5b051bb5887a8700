import { setTimeout as delay } from "node:timers/promises";
import { resetBeforeHeaders } from "../../../packages/testing/src/faults/connection.ts";
import { rateLimited } from "../../../packages/testing/src/faults/rate-limited.ts";
import { replyJson } from "../../../packages/testing/src/faults/reply.ts";
import { describeOutcome, nameOfError, outcomeOf } from "../outcome.ts";
import { lastPendingMs } from "../pending-timers.ts";
import { probeKey, type Probe } from "../probe.ts";

export const askedToWaitAnHour: Probe = {
  name: "429 with Retry-After: 3600",
  faults: () => [rateLimited(3_600)],
  async run(subject, baseUrl) {
    const client = await subject.open({ baseUrl, key: probeKey });
    // Longer than the retries of those who do not heed the header.
    const outcome = await outcomeOf(() => client.read(), 6_000);
    if (outcome.kind !== "pending") return describeOutcome(outcome);
    return `sleeps ${Math.round((lastPendingMs() ?? 0) / 1_000)} s`;
  },
  judge: (outcome, { requests }) => `${outcome}, ${counted(requests.length)}`,
  wanted: /^rate_limited, 1 request$/,
};

export const abortWhileWaiting: Probe = {
  name: "abort during a 5 s wait",
  faults: ({ reply }) => [rateLimited(5), replyJson(reply("5.00"))],
  async run(subject, baseUrl) {
    if (!subject.takesSignal) return "takes no signal";
    const client = await subject.open({ baseUrl, key: probeKey });
    const controller = new AbortController();
    let ended = false;
    const call = outcomeOf(async () => client.read(controller.signal), 8_000).finally(() => (ended = true));
    await delay(700);
    if (ended) return `no wait: ${describeOutcome(await call)}`;
    const abortedAt = performance.now();
    controller.abort();
    const outcome = await call;
    const seconds = (performance.now() - abortedAt) / 1_000;
    const name = outcome.kind === "error" ? nameOfError(outcome.error) : describeOutcome(outcome);
    return seconds < 0.25 ? `${name}, at once` : `${name}, after ${seconds.toFixed(0)} s`;
  },
  wanted: /^aborted, at once$/,
};

export const resetThenOk: Probe = {
  name: "connection reset, then a good reply",
  faults: ({ reply }) => [resetBeforeHeaders(), replyJson(reply("5.00"))],
  async run(subject, baseUrl) {
    const client = await subject.open({ baseUrl, key: probeKey });
    const outcome = await outcomeOf(() => client.read(), 8_000);
    return outcome.kind === "value" ? "succeeds" : describeOutcome(outcome);
  },
  judge: (outcome, { requests }) => `${outcome}, ${counted(requests.length)}`,
  wanted: /^succeeds, 2 requests$/,
};

function counted(requests: number): string {
  return requests === 1 ? "1 request" : `${requests} requests`;
}
