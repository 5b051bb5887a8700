import { getEventListeners } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { replyJson } from "../../../packages/testing/src/faults/reply.ts";
import { probeKey, type Probe } from "../probe.ts";

const calls = 50;

export const listenersLeft: Probe = {
  name: `abort listeners left after ${calls} calls`,
  faults: ({ reply }) => [replyJson(reply("5.00"))],
  async run(subject, baseUrl) {
    if (!subject.takesSignal) return "takes no signal";
    const client = await subject.open({ baseUrl, key: probeKey });
    const { signal } = new AbortController();
    // The platform warns of many listeners, which is what is counted here.
    process.removeAllListeners("warning");
    for (let call = 0; call < calls; call += 1) await client.read(signal);
    const left = getEventListeners(signal, "abort").length;
    for (let turn = 0; turn < 3; turn += 1) {
      globalThis.gc?.();
      await delay(20);
    }
    const kept = getEventListeners(signal, "abort").length;
    return left === kept ? String(left) : `${left}, ${kept} after gc`;
  },
  wanted: /^0$/,
};
