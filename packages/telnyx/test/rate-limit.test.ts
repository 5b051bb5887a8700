import type { ExchangeEvent } from "@openbalance/http";
import { replyJson, startFaultServer } from "@openbalance/testing";
import { expect, it } from "vitest";
import { createTelnyxClient } from "../src/index.ts";

const tooMany = { errors: [{ code: "10011", title: "Too many requests" }] };
const limited = (headers: Record<string, string>) => replyJson(tooMany, { status: 429, headers });

it("waits until the window resets and asks again", async () => {
  await using server = await startFaultServer(limited({ "x-ratelimit-reset": "1" }), replyJson({ data: {} }));
  const events: ExchangeEvent[] = [];
  const client = createTelnyxClient({
    apiKey: "k",
    baseUrl: server.url,
    observe: (event) => events.push(event),
  });
  await client.GET("/balance");
  expect(server.requests).toHaveLength(2);
  const retry = events.find((event) => event.type === "retry");
  expect(retry?.waitMs).toBeGreaterThanOrEqual(1_000);
});

it("gives up at once when the window resets too late, and says when", async () => {
  await using server = await startFaultServer(limited({ "x-ratelimit-reset": "3600" }));
  const client = createTelnyxClient({ apiKey: "k", baseUrl: server.url });
  await expect(client.GET("/balance")).rejects.toMatchObject({
    code: "rate_limited",
    retryable: true,
    retryAfterMs: 3_600_000,
    attempts: 1,
  });
  expect(server.requests).toHaveLength(1);
});

it("waits for the later of Retry-After and the reset", async () => {
  await using server = await startFaultServer(limited({ "retry-after": "90", "x-ratelimit-reset": "2" }));
  const client = createTelnyxClient({ apiKey: "k", baseUrl: server.url });
  await expect(client.GET("/balance")).rejects.toMatchObject({ retryAfterMs: 90_000, attempts: 1 });
});
