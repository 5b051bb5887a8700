import { redirectTo, replyJson, startFaultServer } from "@openbalance/testing";
import { expect, it } from "vitest";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

const statuses = [300, 301, 302, 303, 307, 308];

it.each(statuses)("[row 50] follows no %i to another origin, which gets no request", async (status) => {
  await using target = await startFaultServer(replyJson({ balance: "1" }));
  await using server = await startFaultServer(redirectTo(`${target.url}/balance`, status));
  const error = await failureOf(createAcmeClient({ baseUrl: server.url }).GET("/balance"));
  expect(error).toMatchObject({ code: "redirect", httpStatus: status, retryable: false, attempts: 1 });
  expect([server.requests.length, target.requests.length]).toEqual([1, 0]);
  expect(error.message).not.toContain(target.url);
});

it.each([
  ["within the same origin", "/elsewhere"],
  ["to itself", "/balance"],
  ["without a location", undefined],
  ["with a location that is no URL", "http://["],
])("[row 50] follows no redirect %s", async (_, location) => {
  await using server = await startFaultServer(redirectTo(location), replyJson({ balance: "1" }));
  const error = await failureOf(createAcmeClient({ baseUrl: server.url }).GET("/balance"));
  expect(error).toMatchObject({ code: "redirect", httpStatus: 302 });
  expect(server.requests).toHaveLength(1);
});

it("[row 51] follows no redirect from https to http", async () => {
  const fetch = scriptedFetch({ status: 301, headers: { location: "http://api.acme.example/v1/balance" } });
  expect((await failureOf(createAcmeClient({ fetch }).GET("/balance"))).code).toBe("redirect");
  expect(fetch.calls.map(({ init }) => init.redirect)).toEqual(["manual"]);
});

it("[row 50] does not wait for the body of a redirect", async () => {
  let cancelled = false;
  const body = new ReadableStream({ cancel: () => void (cancelled = true) });
  const fetch = scriptedFetch(() => new Response(body, { status: 302 }));
  expect((await failureOf(createAcmeClient({ fetch }).GET("/balance"))).code).toBe("redirect");
  expect(cancelled).toBe(true);
});

/** A reply that only its own platform can make. */
function replyWith(properties: { readonly type?: string; readonly redirected?: boolean }): Response {
  const descriptors = Object.entries(properties).map(([name, value]) => [name, { value }]);
  return Object.defineProperties(Response.json({ balance: "1" }), Object.fromEntries(descriptors));
}

it.each([
  ["that a browser hides", { type: "opaqueredirect" }],
  ["that the caller's own fetch has followed", { redirected: true }],
])("[row 50] recognises a redirect %s, whose status it does not know", async (_, properties) => {
  const fetch = scriptedFetch(() => replyWith(properties));
  const error = await failureOf(createAcmeClient({ fetch }).GET("/balance"));
  expect(error).toMatchObject({ code: "redirect", attempts: 1 });
  expect(error).not.toHaveProperty("httpStatus");
});

it("takes a reply that stands for a failure of the network for one", async () => {
  const fetch = scriptedFetch(() => Response.error());
  const error = await failureOf(createAcmeClient({ fetch, retry: false }).GET("/balance"));
  expect(error).toMatchObject({ code: "network", retryable: true });
});
