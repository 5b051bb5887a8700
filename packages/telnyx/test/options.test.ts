import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { createTelnyxClient } from "../src/index.ts";

const secret = "KEY0123_s3cr3t";

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no key", {}, /`apiKey` is missing/],
  ["an empty key", { apiKey: "" }, /`apiKey` is missing/],
  ["a key that is a number", { apiKey: 42 }, /`apiKey` must be a string or a function/],
  ["a key with a blank before it", { apiKey: ` ${secret}` }, /`apiKey` holds a blank/],
  ["a key with a line break", { apiKey: `${secret}\n` }, /`apiKey` holds a blank, a line break/],
  ["a key outside ASCII", { apiKey: `${secret}é` }, /`apiKey` holds .* outside ASCII/],
  ["a misspelt option", { apikey: secret, apiKey: secret }, /unknown option `apikey`/],
  ["an http address", { apiKey: secret, baseUrl: "http://api.telnyx.com/v2" }, /`baseUrl` must be https/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createTelnyxClient(options as never);
  expect(create).toThrow(message);
  expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "telnyx", attempts: 0 }));
  expect(create).not.toThrow(new RegExp(secret));
});

it("sends nothing when the function gives no key", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  const client = createTelnyxClient({ apiKey: () => "", fetch });
  await expect(client.GET("/balance")).rejects.toMatchObject({ code: "config", attempts: 0 });
  expect(fetch).not.toHaveBeenCalled();
});

it("asks the function for a key at every attempt", async () => {
  await using server = await startFaultServer(status(503), replyJson({ data: {} }));
  const keys = ["first", "second"];
  const client = createTelnyxClient({ apiKey: () => keys.shift() ?? "", baseUrl: server.url });
  await client.GET("/balance");
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer first",
    "Bearer second",
  ]);
});

it("calls the vendor's own address unless told another", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ data: {} }));
  await createTelnyxClient({ apiKey: secret, fetch }).GET("/balance");
  expect(fetch.mock.calls.map(([url]) => url)).toEqual(["https://api.telnyx.com/v2/balance"]);
});
