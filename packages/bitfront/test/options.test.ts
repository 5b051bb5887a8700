import { expect, it, vi } from "vitest";
import { createBitfrontClient } from "../src/index.ts";

const apiKey = "6W206egN32nCQ0VB";
const apiSecret = "s3cr3t-Bitfront";

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no key", { apiSecret }, /`apiKey` is missing/],
  ["no secret", { apiKey }, /`apiSecret` is missing/],
  ["an empty secret", { apiKey, apiSecret: "" }, /`apiSecret` is missing/],
  ["a secret that is a number", { apiKey, apiSecret: 42 }, /`apiSecret` must be a string or a function/],
  ["a secret with a blank after it", { apiKey, apiSecret: `${apiSecret} ` }, /`apiSecret` holds a blank/],
  ["a key with a NUL", { apiKey: `${apiKey}\0`, apiSecret }, /`apiKey` holds a blank, a line break/],
  ["a misspelt option", { apiKey, apiSecret, secret: apiSecret }, /unknown option `secret`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createBitfrontClient(options as never);
  expect(create).toThrow(message);
  expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "bitfront", attempts: 0 }));
  expect(create).not.toThrow(new RegExp(`${apiSecret}|${apiKey}`));
});

it.each([
  ["apiKey", { apiKey: () => "", apiSecret }],
  ["apiSecret", { apiKey, apiSecret: async () => "" }],
])("sends nothing when the function given as %s gives nothing", async (option, options) => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  const call = createBitfrontClient({ ...options, fetch }).GET("/v1/account/balances");
  await expect(call).rejects.toMatchObject({ code: "config", attempts: 0 });
  await expect(call).rejects.toThrow(`\`${option}\` is missing`);
  expect(fetch).not.toHaveBeenCalled();
});

it("calls the vendor's own address unless told another", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ statusCode: 1000 }));
  await createBitfrontClient({ apiKey, apiSecret, fetch }).GET("/v1/account/balances");
  expect(fetch.mock.calls.map(([url]) => url)).toEqual(["https://openapi.bitfront.me/v1/account/balances"]);
});
