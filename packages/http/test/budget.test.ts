import { startFaultServer, status } from "@openbalance/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it("[row 57] sends 1,100 requests for 1,000 calls in an outage, and 1 a call once the budget is spent", async () => {
  await using server = await startFaultServer(status(503));
  const client = createAcmeClient({ baseUrl: server.url });
  for (let batch = 0; batch < 10; batch += 1) {
    await Promise.all(Array.from({ length: 100 }, () => failureOf(client.GET("/balance"))));
  }
  expect(server.requests).toHaveLength(1_100);
  expect(await failureOf(client.GET("/balance"))).toMatchObject({
    code: "unavailable",
    attempts: 1,
    retryable: true,
  });
});

it("[row 16] takes 5 of 500 tokens a retry, and gives 1 back for a success", async () => {
  let down = true;
  const fetch = scriptedFetch(
    () => new Response("{}", { status: down ? 503 : 200, headers: { "content-type": "application/json" } }),
  );
  const client = createAcmeClient({ fetch });
  for (let call = 0; call < 50; call += 1) expect((await failureOf(client.GET("/balance"))).attempts).toBe(3);
  expect((await failureOf(client.GET("/balance"))).attempts).toBe(1);
  down = false;
  for (let call = 0; call < 4; call += 1) await client.GET("/balance");
  down = true;
  expect((await failureOf(client.GET("/balance"))).attempts).toBe(1);
  down = false;
  await client.GET("/balance");
  down = true;
  expect((await failureOf(client.GET("/balance"))).attempts).toBe(2);
});

it("holds one budget a client", async () => {
  const fetch = scriptedFetch({ status: 503 });
  const [first, second] = [createAcmeClient({ fetch }), createAcmeClient({ fetch })];
  for (let call = 0; call < 60; call += 1) await failureOf(first.GET("/balance"));
  expect((await failureOf(second.GET("/balance"))).attempts).toBe(3);
});

it("draws on the budget for a request it mends, so that refused tokens are not doubled for ever", async () => {
  const fetch = scriptedFetch({ status: 401 });
  const client = createAcmeClient({ fetch, rules: { recover: () => true } });
  for (let call = 0; call < 300; call += 1) await failureOf(client.GET("/balance"));
  expect(fetch.calls).toHaveLength(400);
});

it("draws on the budget for a request that is signed anew at once", async () => {
  const fetch = scriptedFetch({ body: { statusCode: 4005 } });
  const client = createAcmeClient({ fetch });
  for (let call = 0; call < 200; call += 1) await failureOf(client.GET("/balance"));
  expect(fetch.calls).toHaveLength(300);
});
