import { dripBody, neverAnswer, replyJson, stallBody, startFaultServer } from "@openbalance/testing";
import { afterEach, expect, it, vi } from "vitest";
import { isBalanceError, within } from "../src/index.ts";
import { createAcmeClient, failureOf } from "./acme.ts";
import { watchConnections } from "./connections.ts";
import { scriptedFetch, silence } from "./scripted-fetch.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const noToken = () => new Promise<string>(() => undefined);
const soonToken = () => new Promise<string>((resolve) => setTimeout(resolve, 20, "a-token"));
const slowToken = () => new Promise<string>((resolve) => setTimeout(resolve, 5_000, "slow-token"));
const lateFailure = () =>
  new Promise<Response>((_resolve, reject) => setTimeout(reject, 60, new Error("late")));
function throwAtOnce(): never {
  throw new Error("at once");
}

it.each([
  ["[row 24]", "headers never come", neverAnswer()],
  ["[row 25]", "body stalls", stallBody()],
])("%s ends an attempt whose %s, closes its connection and asks again", async (_, _what, fault) => {
  const connections = watchConnections();
  await using server = await startFaultServer(connections.watch(fault), replyJson({ balance: "5.00" }));
  const client = createAcmeClient({ baseUrl: server.url, attemptTimeoutMs: 1_000 });
  expect((await client.GET("/balance")).data).toEqual({ balance: "5.00" });
  await vi.waitFor(() => expect(connections.count()).toEqual({ open: 0, seen: 1 }), { timeout: 10_000 });
});

it.each([
  ["[row 24]", neverAnswer()],
  ["[row 25]", stallBody()],
])("%s calls it timeout when every attempt runs out of time", async (_, fault) => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  await using server = await startFaultServer(fault);
  const client = createAcmeClient({ baseUrl: server.url, attemptTimeoutMs: 100 });
  const error = await failureOf(client.GET("/balance"));
  expect(error).toMatchObject({ code: "timeout", attempts: 3, retryable: true });
  expect(error.message).toBe("acme: GET /balance failed: no complete reply within 100 ms");
  expect(error).not.toHaveProperty("httpStatus");
});

it("ends a body of the caller's own that never runs out of empty pieces, whether it can be cancelled or not", async () => {
  const chunk = new Uint8Array(0);
  let reads = 0;
  const read = async (): Promise<object> => {
    reads += 1;
    return { done: false, value: chunk };
  };
  const endless = { getReader: () => ({ read, cancel: async () => undefined }), locked: false };
  const streams = [new ReadableStream({ pull: (controller) => controller.enqueue(chunk) }), endless];
  for (const body of streams) {
    const fetch = scriptedFetch(() => {
      const headers = { "content-type": "application/json" };
      return Object.defineProperty(new Response("", { headers }), "body", { value: body });
    });
    const client = createAcmeClient({ fetch, timeoutMs: 50 });
    expect(await failureOf(client.GET("/balance"))).toMatchObject({ code: "timeout" });
  }
  const readAtTheEnd = reads;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(reads - readAtTheEnd).toBeLessThan(2_000);
});

it("[row 26] ends a body that drips at the deadline of the whole call", async () => {
  const connections = watchConnections();
  await using server = await startFaultServer(connections.watch(dripBody(`"${"a".repeat(1_000)}"`, 50)));
  const client = createAcmeClient({ baseUrl: server.url, timeoutMs: 1_000 });
  const error = await failureOf(client.GET("/balance"));
  expect(error).toMatchObject({ code: "timeout", attempts: 1 });
  expect(error.message).toBe("acme: GET /balance did not finish within 1000 ms");
  await vi.waitFor(() => expect(connections.count()).toEqual({ open: 0, seen: 1 }), { timeout: 10_000 });
});

it("[row 56] ends at the deadline while it waits, with the last failure as the cause", async () => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(1);
  const events: string[] = [];
  const fetch = scriptedFetch({ status: 503, body: { message: "Down for maintenance" } });
  const client = createAcmeClient({ fetch, timeoutMs: 200, observe: ({ type }) => void events.push(type) });
  const startedAtMs = performance.now();
  const call = failureOf(client.GET("/balance"));
  await vi.advanceTimersByTimeAsync(199);
  expect(events).toEqual(["attempt", "reply", "retry"]);
  await vi.runAllTimersAsync();
  const error = await call;
  expect(performance.now() - startedAtMs).toBe(200);
  expect(error).toMatchObject({ code: "timeout", attempts: 1 });
  expect(isBalanceError(error.cause) && error.cause.toJSON()).toMatchObject({
    code: "unavailable",
    httpStatus: 503,
    vendorMessage: "Down for maintenance",
  });
  expect([events.at(-1), fetch.calls.length, vi.getTimerCount()]).toEqual(["end", 1, 0]);
});

it("bounds a token function that never resolves by the deadline of the whole call", async () => {
  vi.useFakeTimers();
  const fetch = scriptedFetch({});
  const call = failureOf(createAcmeClient({ fetch, apiKey: noToken, attemptTimeoutMs: 10 }).GET("/balance"));
  await vi.advanceTimersByTimeAsync(29_999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await call).toMatchObject({
    code: "timeout",
    attempts: 0,
    message: "acme: GET /balance did not finish within 30000 ms; its credential never came",
  });
  expect([fetch.calls.length, vi.getTimerCount()]).toEqual([0, 0]);
});

it("keeps the longest deadline a timer can hold where the clock stands still between two looks", async () => {
  vi.spyOn(performance, "now").mockReturnValue(33.34);
  const fetch = scriptedFetch({});
  const options = { fetch, apiKey: soonToken, timeoutMs: 2 ** 31 - 1 };
  expect((await createAcmeClient(options).GET("/balance")).response.status).toBe(200);
});

it("does not count the time a token takes against the attempt", async () => {
  vi.useFakeTimers();
  const call = createAcmeClient({ fetch: scriptedFetch({}), apiKey: slowToken, attemptTimeoutMs: 10 }).GET(
    "/balance",
  );
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await call).response.status).toBe(200);
});

it("ends every attempt at its own deadline and the call at 30 s", async () => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(1);
  const fetch = scriptedFetch(silence);
  const startedAtMs = performance.now();
  const call = failureOf(createAcmeClient({ fetch }).GET("/balance"));
  await vi.runAllTimersAsync();
  const error = await call;
  expect(performance.now() - startedAtMs).toBe(30_000);
  expect(error).toMatchObject({ code: "timeout", attempts: 3, cause: { code: "timeout", attempts: 3 } });
});

it("sends nothing, tells nothing and leaves no timer once the deadline has passed", async () => {
  vi.useFakeTimers();
  const events: string[] = [];
  const token = Promise.withResolvers<string>();
  const fetch = scriptedFetch({});
  const observe = ({ type }: { type: string }) => void events.push(type);
  const call = failureOf(
    createAcmeClient({ fetch, apiKey: () => token.promise, observe, timeoutMs: 100 }).GET("/balance"),
  );
  await vi.advanceTimersByTimeAsync(100);
  expect((await call).code).toBe("timeout");
  token.resolve("late-token");
  await vi.runAllTimersAsync();
  expect([events, fetch.calls.length, vi.getTimerCount()]).toEqual([["end"], 0, 0]);
});

it("does not let a fetch that fails after the deadline become an unhandled rejection", async () => {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown): void => void unhandled.push(reason);
  process.on("unhandledRejection", listener);
  const client = createAcmeClient({ fetch: scriptedFetch(lateFailure), timeoutMs: 30 });
  expect((await failureOf(client.GET("/balance"))).code).toBe("timeout");
  await new Promise((resolve) => setTimeout(resolve, 80));
  process.off("unhandledRejection", listener);
  expect(unhandled).toEqual([]);
});

it("cancels the body of a reply that comes after its deadline", async () => {
  let cancelled = false;
  const body = new ReadableStream({ cancel: () => void (cancelled = true) });
  const late = () => new Promise<Response>((resolve) => setTimeout(resolve, 60, new Response(body)));
  const client = createAcmeClient({ fetch: scriptedFetch(late), timeoutMs: 30 });
  expect((await failureOf(client.GET("/balance"))).code).toBe("timeout");
  await vi.waitFor(() => expect(cancelled).toBe(true), { timeout: 10_000 });
});

it("cancels a body whose fetch knows no signal", async () => {
  let cancelled = false;
  const body = new ReadableStream({ cancel: () => void (cancelled = true) });
  const headers = { "content-type": "application/json" };
  const client = createAcmeClient({
    fetch: scriptedFetch(() => new Response(body, { headers })),
    timeoutMs: 30,
  });
  expect((await failureOf(client.GET("/balance"))).code).toBe("timeout");
  expect(cancelled).toBe(true);
});

it("leaves no timer behind work that throws at once", async () => {
  vi.useFakeTimers();
  await expect(within(1_000, undefined, () => undefined, throwAtOnce)).rejects.toThrow("at once");
  expect(vi.getTimerCount()).toBe(0);
});
