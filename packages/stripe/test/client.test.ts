import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { createStripeClient } from "../src/index.ts";

const path = "/v1/balance";
const secret = "sk_test_s3cr3tK3y";

it("pins the version of the API and asks for the account of the key", async () => {
  await using server = await startFaultServer(replyJson({}));
  await createStripeClient({ apiKey: secret, baseUrl: server.url }).GET(path);
  const [request] = server.requests;
  expect(request?.rawUrl).toBe(path);
  expect(request?.headers["authorization"]).toBe(`Bearer ${secret}`);
  expect(request?.headers["stripe-version"]).toBe("2026-10-28.endive");
  expect(request?.headers).not.toHaveProperty("stripe-account");
});

it("asks for a connected account where one is given, and lets no call ask for another", async () => {
  await using server = await startFaultServer(replyJson({}));
  const client = createStripeClient({ apiKey: secret, connectedAccount: "acct_1032D8", baseUrl: server.url });
  await client.GET(path, { headers: { "stripe-account": "acct_other", "stripe-version": "2020-08-27" } });
  const { headers } = server.requests[0] ?? {};
  expect([headers?.["stripe-account"], headers?.["stripe-version"]]).toEqual([
    "acct_1032D8",
    "2026-10-28.endive",
  ]);
});

it("asks the function for a key at every attempt", async () => {
  await using server = await startFaultServer(status(503), replyJson({}));
  const apiKey = vi.fn<() => string>(() => secret);
  await createStripeClient({ apiKey, baseUrl: server.url }).GET(path);
  expect(apiKey).toHaveBeenCalledTimes(2);
});

it("tries again where Stripe says so, and not where it says no", async () => {
  const conflict = replyJson({}, { status: 409, headers: { "stripe-should-retry": "true" } });
  await using willing = await startFaultServer(conflict, replyJson({}));
  await createStripeClient({ apiKey: secret, baseUrl: willing.url }).GET(path);
  expect(willing.requests).toHaveLength(2);

  const broken = replyJson(
    {},
    { status: 500, headers: { "stripe-should-retry": "false", "request-id": "req_1" } },
  );
  await using unwilling = await startFaultServer(broken);
  await expect(
    createStripeClient({ apiKey: secret, baseUrl: unwilling.url }).GET(path),
  ).rejects.toMatchObject({
    code: "server_error",
    retryable: false,
    requestId: "req_1",
    attempts: 1,
  });
  expect(unwilling.requests).toHaveLength(1);
});

it("shows no part of the key in an error", async () => {
  const message = `The key ${secret} is refused`;
  await using server = await startFaultServer(replyJson({ error: { message } }, { status: 401 }));
  const call = createStripeClient({ apiKey: secret, baseUrl: server.url }).GET(path);
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "unauthenticated", vendorMessage: "The key [redacted] is refused" });
  expect(JSON.stringify(error)).not.toContain("s3cr3t");
});

it("calls the vendor's own address unless told another", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  await createStripeClient({ apiKey: secret, fetch }).GET(path);
  expect(fetch.mock.calls.map(([url]) => url)).toEqual(["https://api.stripe.com/v1/balance"]);
});

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no key", {}, /`apiKey` is missing/],
  ["a key with a line break", { apiKey: `${secret}\n` }, /`apiKey` holds a blank/],
  [
    "an account that is none",
    { apiKey: secret, connectedAccount: secret },
    /`connectedAccount` must be the id/,
  ],
  [
    "an account with a line break",
    { apiKey: secret, connectedAccount: "acct_1\n" },
    /`connectedAccount` must be/,
  ],
  ["an account that is empty", { apiKey: secret, connectedAccount: "" }, /`connectedAccount` must be/],
  ["a misspelt option", { apiKey: secret, stripeAccount: "acct_1" }, /unknown option `stripeAccount`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createStripeClient(options as never);
  expect(create).toThrow(message);
  expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "stripe", attempts: 0 }));
  expect(create).not.toThrow(new RegExp(secret));
});
