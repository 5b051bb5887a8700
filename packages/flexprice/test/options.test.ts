import { expect, it, vi } from "vitest";
import { createFlexpriceClient } from "../src/index.ts";

const secret = "sk_s3cr3t01J9";
const path = "/wallets/{id}/balance/real-time";

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no key", { region: "us" }, /`apiKey` is missing/],
  ["an empty key", { region: "us", apiKey: "" }, /`apiKey` is missing/],
  [
    "a key with a line break",
    { region: "us", apiKey: `${secret}\r\n` },
    /`apiKey` holds a blank, a line break/,
  ],
  ["neither region nor address", { apiKey: secret }, /`region` is missing; give us or india, or `baseUrl`/],
  ["a region that is none", { apiKey: secret, region: "eu" }, /`region` must be us or india/],
  [
    "a region that every object has",
    { apiKey: secret, region: "constructor" },
    /`region` must be us or india/,
  ],
  [
    "region and address together",
    { apiKey: secret, region: "us", baseUrl: "https://billing.example/v1" },
    /`region` and `baseUrl` are both given/,
  ],
  ["an address that is none", { apiKey: secret, baseUrl: "billing.example" }, /`baseUrl` must be https:/],
  ["an empty address", { apiKey: secret, baseUrl: "" }, /`baseUrl` must be https:/],
  ["a misspelt option", { apiKey: secret, region: "us", wallet: "w" }, /unknown option `wallet`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createFlexpriceClient(options as never);
  expect(create).toThrow(message);
  expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "flexprice", attempts: 0 }));
  expect(create).not.toThrow(new RegExp(secret));
});

it.each([
  [{ region: "us" }, "https://us.api.flexprice.io/v1/wallets/wallet_1/balance/real-time"],
  [{ region: "india" }, "https://api.cloud.flexprice.io/v1/wallets/wallet_1/balance/real-time"],
  [
    { baseUrl: "https://billing.example/v1/" },
    "https://billing.example/v1/wallets/wallet_1/balance/real-time",
  ],
] as const)("calls the address that %o stands for", async (place, address) => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  const client = createFlexpriceClient({ apiKey: secret, ...place, fetch });
  await client.GET(path, { params: { path: { id: "wallet_1" } } });
  expect(fetch.mock.calls.map(([url]) => url)).toEqual([address]);
});

it("sends the bare key in x-api-key and no other credential", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  const client = createFlexpriceClient({ apiKey: () => secret, region: "us", fetch });
  await client.GET(path, { params: { path: { id: "wallet_1" } } });
  expect(fetch.mock.calls[0]?.[1]?.headers).toEqual({ accept: "application/json", "x-api-key": secret });
});

it.each(["", ".", "..", "%2e%2e", "a\nb", "\ud800", "w".repeat(257)])(
  "sends nothing for the wallet %j",
  async (id) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const client = createFlexpriceClient({ apiKey: secret, region: "us", fetch });
    await expect(client.GET(path, { params: { path: { id } } })).rejects.toMatchObject({ code: "config" });
    expect(fetch).not.toHaveBeenCalled();
  },
);
