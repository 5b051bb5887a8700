// Run by soak-server.ts in a process of its own: a loop kept busy by callers would answer them too late.
import { setTimeout as delay } from "node:timers/promises";
import { startFaultServer } from "@openbalance/testing";
import { planCall } from "./plan.ts";

const idleSocketLifeMs = 8_000;
const seed = Number(process.argv[2]);

const faultsOf = new Map<number, ReturnType<typeof planCall>["faults"]>();
const sent = new Map<number, number>();

const server = await startFaultServer((exchange) => {
  const call = Number(/call-(\d+)/.exec(exchange.request.rawUrl)?.[1]);
  const faults = faultsOf.get(call) ?? planCall(seed, call).faults;
  faultsOf.set(call, faults);
  const earlier = sent.get(call) ?? 0;
  sent.set(call, earlier + 1);
  return faults[Math.min(earlier, faults.length - 1)]?.(exchange);
});
process.send?.(server.url);

// The callers are done: the platform keeps idle connections for some seconds, a stuck call keeps them for good.
process.once("message", async () => {
  for (let waitedMs = 0; waitedMs < idleSocketLifeMs && server.openSockets() > 0; waitedMs += 50)
    await delay(50);
  process.send?.({ requests: server.requests.length, socketsLeft: server.openSockets() });
  await server.close();
  process.disconnect();
});
