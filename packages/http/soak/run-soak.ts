import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { setTimeout as delay } from "node:timers/promises";
import { isBalanceError, type ExchangeEvent } from "../src/index.ts";
import { createAcmeClient } from "../test/acme.ts";
import { planCall, type Plan } from "./plan.ts";
import { startSoakServer } from "./soak-server.ts";

export interface SoakOptions {
  readonly calls: number;
  readonly parallel: number;
  readonly seed: number;
}

/** What a soak found. */
export interface SoakFigures {
  readonly calls: number;
  readonly requests: number;
  /** How often each code came; `ok` is an answer. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Calls that ended otherwise than planned, or not at all. */
  readonly lostResults: readonly string[];
  readonly wrongNumbers: readonly string[];
  readonly secrets: readonly string[];
  readonly unhandledRejections: readonly string[];
  readonly eventsAfterEnd: number;
  readonly listenersLeft: number;
  readonly socketsLeft: number;
  readonly timersLeft: number;
  /** Milliseconds from abort to rejection, ascending. */
  readonly abortDelaysMs: readonly number[];
}

const secret = "soak_secret_5b1f0c77aa93d2e4";
// A client's retry budget lasts for 50 calls even when every one of them needs all its attempts.
const callsPerClient = 40;
const callsPerServer = 5_000;

/** Sends many calls through a server that misbehaves in every way it knows. */
export async function runSoak({ calls, parallel, seed }: SoakOptions): Promise<SoakFigures> {
  const found = createFindings();
  const onUnhandled = (reason: unknown): void => void found.unhandledRejections.push(inspect(reason));
  process.on("unhandledRejection", onUnhandled);
  const timersBefore = countResources("Timeout");
  for (let first = 0; first < calls; first += callsPerServer) {
    const last = Math.min(first + callsPerServer, calls);
    await soakServer(found, { first, last, parallel, seed });
  }
  await delay(0);
  process.off("unhandledRejection", onUnhandled);
  const { ended: _ended, traces: _traces, ...figures } = found;
  return {
    ...figures,
    calls,
    timersLeft: Math.max(0, countResources("Timeout") - timersBefore),
    abortDelaysMs: found.abortDelaysMs.toSorted((a, b) => a - b),
  };
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly parallel: number;
  readonly seed: number;
}

async function soakServer(found: Findings, { first, last, parallel, seed }: Stretch): Promise<void> {
  const server = await startSoakServer(seed);
  let next = first;
  const worker = async (): Promise<void> => {
    let clients: Clients | undefined;
    for (let served = 0; next < last; served += 1) {
      if (clients === undefined || served % callsPerClient === 0) clients = createClients(found, server.url);
      const call = next++;
      const plan = planCall(seed, call);
      await soakCall(found, clients[plan.scenario.caller ?? "patient"], call, plan);
      found.traces.delete(`call-${call}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  const { requests, socketsLeft } = await server.finish();
  found.requests += requests;
  found.socketsLeft += socketsLeft;
}

type Client = ReturnType<typeof createAcmeClient>;

interface Clients {
  /** Gives a silent server up soon. */
  readonly hasty: Client;
  /** Asks a silent server again so often that a busy machine does not make it give up. */
  readonly stubborn: Client;
  /** Waits longer than a busy machine keeps it waiting. */
  readonly patient: Client;
}

function createClients(found: Findings, baseUrl: string): Clients {
  const observe = (event: ExchangeEvent): void => checkEvent(found, event);
  const options = { baseUrl, apiKey: async () => secret, timeoutMs: 60_000, observe };
  return {
    hasty: createAcmeClient({ ...options, attemptTimeoutMs: 1_000 }),
    stubborn: createAcmeClient({ ...options, attemptTimeoutMs: 3_000, retry: { attempts: 10 } }),
    patient: createAcmeClient({ ...options, attemptTimeoutMs: 30_000 }),
  };
}

async function soakCall(found: Findings, client: Client, call: number, plan: Plan): Promise<void> {
  const { scenario, answer, abortAfterMs } = plan;
  const controller = new AbortController();
  let abortedAtMs = Infinity;
  const abort = (): void => {
    abortedAtMs = performance.now();
    controller.abort();
  };
  const timer = abortAfterMs === undefined ? undefined : setTimeout(abort, abortAfterMs);
  const id = `call-${call}`;
  const options = { params: { path: { id } }, signal: controller.signal, parseAs: "text" } as const;
  let outcome = "ok";
  let failedAtMs = 0;
  try {
    const { data } = await client.GET("/wallets/{id}/balance", options);
    if (data !== answer) found.wrongNumbers.push(`${id} (${scenario.name}): ${data.slice(0, 200)}`);
  } catch (error) {
    failedAtMs = performance.now();
    outcome = isBalanceError(error) ? error.code : `no BalanceError: ${inspect(error)}`;
    const printed = inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error);
    if (printed.includes(secret)) found.secrets.push(`${id} (${scenario.name}): ${printed}`);
  }
  clearTimeout(timer);
  found.ended.add(id);
  found.outcomes[outcome] = (found.outcomes[outcome] ?? 0) + 1;
  found.listenersLeft += getEventListeners(controller.signal, "abort").length;
  if (outcome === "aborted" && controller.signal.aborted) {
    found.abortDelaysMs.push(failedAtMs - abortedAtMs);
  } else if (outcome !== (scenario.failure ?? "ok")) {
    found.lostResults.push(`${id} (${scenario.name}): ${outcome} after ${found.traces.get(id)?.join(", ")}`);
  }
}

function checkEvent(found: Findings, event: ExchangeEvent): void {
  const id = event.path.split("/")[2] ?? "";
  if (found.ended.has(id)) found.eventsAfterEnd += 1;
  else
    found.traces.set(id, [
      ...(found.traces.get(id) ?? []),
      `${event.type} at ${Math.round(performance.now())}`,
    ]);
  const printed = JSON.stringify(event);
  if (printed.includes(secret)) found.secrets.push(printed);
}

function countResources(kind: string): number {
  return process.getActiveResourcesInfo().filter((name) => name === kind).length;
}

interface Findings {
  requests: number;
  readonly outcomes: Record<string, number>;
  readonly ended: Set<string>;
  /** What the observer was told of each call under way, for the lost ones. */
  readonly traces: Map<string, readonly string[]>;
  readonly lostResults: string[];
  readonly wrongNumbers: string[];
  readonly secrets: string[];
  readonly unhandledRejections: string[];
  eventsAfterEnd: number;
  listenersLeft: number;
  socketsLeft: number;
  readonly abortDelaysMs: number[];
}

function createFindings(): Findings {
  return {
    requests: 0,
    outcomes: {},
    ended: new Set(),
    traces: new Map(),
    lostResults: [],
    wrongNumbers: [],
    secrets: [],
    unhandledRejections: [],
    eventsAfterEnd: 0,
    listenersLeft: 0,
    socketsLeft: 0,
    abortDelaysMs: [],
  };
}
