// Run by garbage-collection.test.ts in a process of its own, with `--expose-gc`.
import { setInterval, clearInterval } from "node:timers";
import { neverAnswer, stallBody, startFaultServer, type Fault } from "@openbalance/testing";
import { createAcmeClient, failureOf } from "./acme.ts";
import { watchConnections } from "./connections.ts";

const calls = 10;

/** Ten calls that stall while the garbage collector runs all the time: the codes they end with, what stays open. */
async function stall(fault: Fault): Promise<object> {
  const connections = watchConnections();
  await using server = await startFaultServer(connections.watch(fault));
  const collector = setInterval(() => globalThis.gc?.(), 25);
  const options = { baseUrl: server.url, attemptTimeoutMs: 2_000, retry: false } as const;
  const errors = await Promise.all(
    Array.from({ length: calls }, () => failureOf(createAcmeClient(options).GET("/balance"))),
  );
  for (let check = 0; check < 1_000 && connections.count().open > 0; check += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  clearInterval(collector);
  return { codes: errors.map(({ code }) => code), ...connections.count() };
}

const collectable = globalThis.gc !== undefined;
console.log(
  JSON.stringify({ collectable, headers: await stall(neverAnswer()), body: await stall(stallBody()) }),
);
