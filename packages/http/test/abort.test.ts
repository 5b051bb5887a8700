import { getEventListeners } from "node:events";
import { neverAnswer, replyJson, stallBody, startFaultServer, status } from "@openbalance/testing";
import { afterEach, expect, it, vi } from "vitest";
import { createAcmeClient, failureOf } from "./acme.ts";
import { watchConnections } from "./connections.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const listenersOf = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;

it("[row 54] sends nothing when the signal is aborted before the call", async () => {
  const fetch = scriptedFetch({});
  const apiKey = vi.fn<() => string>(() => "token");
  const call = createAcmeClient({ fetch, apiKey }).GET("/balance", { signal: AbortSignal.abort() });
  expect(await failureOf(call)).toMatchObject({ code: "aborted", attempts: 0, retryable: false });
  expect([fetch.calls.length, apiKey.mock.calls.length]).toEqual([0, 0]);
});

it.each([
  ["while it waits for headers", neverAnswer()],
  ["while it reads a body", stallBody()],
])("[row 54] aborts %s, closes the connection and lets go of the signal", async (_, fault) => {
  const connections = watchConnections();
  await using server = await startFaultServer(connections.watch(fault));
  const controller = new AbortController();
  const { signal } = controller;
  const call = failureOf(createAcmeClient({ baseUrl: server.url }).GET("/balance", { signal }));
  await vi.waitFor(() => expect(server.requests).toHaveLength(1), { timeout: 10_000 });
  expect(listenersOf(signal)).toBe(1);
  controller.abort();
  expect(await call).toMatchObject({ code: "aborted", attempts: 1, cause: { name: "AbortError" } });
  expect(listenersOf(signal)).toBe(0);
  await vi.waitFor(() => expect(connections.count()).toEqual({ open: 0, seen: 1 }), { timeout: 10_000 });
  expect(server.requests).toHaveLength(1);
});

it("[row 54] aborts a connection attempt", async () => {
  const controller = new AbortController();
  const client = createAcmeClient({ baseUrl: "https://127.0.0.1:9" });
  const call = failureOf(client.GET("/balance", { signal: controller.signal }));
  controller.abort();
  expect((await call).code).toBe("aborted");
});

it("[row 54] aborts a wait at once, with nothing after it", async () => {
  vi.useFakeTimers();
  const events: string[] = [];
  const controller = new AbortController();
  const fetch = scriptedFetch({ status: 429, headers: { "retry-after": "20" } });
  const client = createAcmeClient({ fetch, observe: ({ type }) => void events.push(type) });
  const call = failureOf(client.GET("/balance", { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(1_000);
  const abortedAtMs = performance.now();
  controller.abort();
  expect((await call).code).toBe("aborted");
  expect(performance.now()).toBe(abortedAtMs);
  await vi.runAllTimersAsync();
  expect([events, fetch.calls.length, vi.getTimerCount()]).toEqual([
    ["attempt", "reply", "retry", "end"],
    1,
    0,
  ]);
  expect(listenersOf(controller.signal)).toBe(0);
});

it.each(["attempt", "reply", "retry"])(
  "does nothing more when the observer aborts at the event %s",
  async (at) => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const events: string[] = [];
    const controller = new AbortController();
    const fetch = scriptedFetch({ status: 503 });
    const observe = ({ type }: { type: string }): void => {
      events.push(type);
      if (type === at) controller.abort();
    };
    const call = createAcmeClient({ fetch, observe }).GET("/balance", { signal: controller.signal });
    expect((await failureOf(call)).code).toBe("aborted");
    expect(events.slice(-2)).toEqual([at, "end"]);
    expect(fetch.calls).toHaveLength(at === "attempt" ? 0 : 1);
  },
);

it("[row 55] shares one signal among 10,000 calls without a warning or a listener left", async () => {
  const warnings: string[] = [];
  const listener = (warning: Error): void => void warnings.push(warning.name);
  process.on("warning", listener);
  const { signal } = new AbortController();
  const client = createAcmeClient({ fetch: scriptedFetch({ body: { balance: "5.00" } }) });
  for (let batch = 0; batch < 10; batch += 1) {
    await Promise.all(Array.from({ length: 1_000 }, () => client.GET("/balance", { signal })));
    expect(listenersOf(signal)).toBe(0);
  }
  process.off("warning", listener);
  expect(warnings).toEqual([]);
});

it("[row 55] leaves no listener behind calls that fail", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  await using server = await startFaultServer(status(503), status(401), replyJson("{"));
  const { signal } = new AbortController();
  const client = createAcmeClient({ baseUrl: server.url });
  await failureOf(client.GET("/balance", { signal }));
  await failureOf(client.GET("/balance", { signal }));
  expect(listenersOf(signal)).toBe(0);
});

it("does not mend a request whose caller has given it up", async () => {
  const controller = new AbortController();
  const recover = vi.fn<() => boolean>(() => true);
  const observe = ({ type }: { type: string }): void => void (type === "reply" && controller.abort());
  const client = createAcmeClient({ fetch: scriptedFetch({ status: 401 }), observe, rules: { recover } });
  expect((await failureOf(client.GET("/balance", { signal: controller.signal }))).code).toBe("aborted");
  expect(recover).not.toHaveBeenCalled();
});

it.each(Array.from({ length: 40 }, (_, microtasks) => microtasks))(
  "tells nothing but the end after an abort %i microtasks behind the body's last byte",
  async (microtasks) => {
    const controller = new AbortController();
    const after: string[] = [];
    const observe = ({ type }: { type: string }): void =>
      void (controller.signal.aborted && after.push(type));
    const body = new ReadableStream({
      async pull(stream) {
        stream.enqueue(new TextEncoder().encode("{}"));
        stream.close();
        for (let task = 0; task < microtasks; task += 1) await Promise.resolve();
        controller.abort();
      },
    });
    const headers = { "content-type": "application/json" };
    const fetch = scriptedFetch(() => new Response(body, { headers, status: 401 }));
    const client = createAcmeClient({ fetch, observe });
    await failureOf(client.GET("/balance", { signal: controller.signal }));
    expect(after.filter((type) => type !== "end")).toEqual([]);
  },
);
