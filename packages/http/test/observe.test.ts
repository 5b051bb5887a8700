import { expect, it, vi } from "vitest";
import type { ExchangeEvent } from "../src/index.ts";
import { createAcmeClient, failureOf } from "./acme.ts";
import { recordEvents } from "./recorded.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

it("tells attempt, reply, retry and end in order, with nothing that could be a secret", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const { observe, events } = recordEvents();
  const fetch = scriptedFetch(new TypeError("fetch failed"), { status: 503 }, {});
  const client = createAcmeClient({ fetch, observe });
  await client.GET("/balance", { params: { query: { expand: "all" } }, headers: { "x-plan": "a" } });
  const call = { vendor: "acme", path: "/balance" };
  expect(events).toEqual([
    { ...call, type: "attempt", attempt: 1 },
    { ...call, type: "retry", attempt: 1, code: "network", waitMs: 0 },
    { ...call, type: "attempt", attempt: 2 },
    { ...call, type: "reply", attempt: 2, httpStatus: 503 },
    { ...call, type: "retry", attempt: 2, code: "unavailable", waitMs: 0 },
    { ...call, type: "attempt", attempt: 3 },
    { ...call, type: "reply", attempt: 3, httpStatus: 200 },
    { ...call, type: "end", attempts: 3 },
  ]);
});

it("tells the code at the end of a call that failed", async () => {
  const { observe, events } = recordEvents();
  const client = createAcmeClient({
    fetch: scriptedFetch({ status: 404 }),
    observe,
  });
  await failureOf(client.GET("/balance"));
  expect(events.at(-1)).toEqual({
    type: "end",
    vendor: "acme",
    path: "/balance",
    attempts: 1,
    code: "not_found",
  });
});

it.each([
  [
    "throws",
    () => {
      throw new Error("the logger is down");
    },
  ],
  ["rejects", () => Promise.reject(new Error("the logger is down"))],
  [
    "changes the event",
    (event: ExchangeEvent) => void Object.assign(event, { attempt: -1, vendor: "other" }),
  ],
])("[row 63] gives the same result when the observer %s", async (_, observe) => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const unhandled: unknown[] = [];
  const listener = (reason: unknown): void => void unhandled.push(reason);
  process.on("unhandledRejection", listener);
  const client = createAcmeClient({
    fetch: scriptedFetch({ status: 503 }, { body: { balance: "5.00" } }),
    observe,
  });
  expect((await client.GET("/balance")).data).toEqual({ balance: "5.00" });
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", listener);
  expect(unhandled).toEqual([]);
});

it("prints nothing of its own", async () => {
  const methods = (["log", "info", "warn", "error", "debug"] as const).map((name) => vi.spyOn(console, name));
  await failureOf(createAcmeClient({ fetch: scriptedFetch({ status: 401 }) }).GET("/balance"));
  await createAcmeClient({ fetch: scriptedFetch({}) }).GET("/balance");
  expect(methods.flatMap(({ mock }) => mock.calls)).toEqual([]);
});
