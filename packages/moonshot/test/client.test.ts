import { replyJson, startFaultServer } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { createMoonshotClient } from "../src/index.ts";

const secret = "sk-0123_s3cr3t";
const refusal = {
  error: { message: `Invalid Authentication ${secret}`, type: "invalid_authentication_error" },
};

it("asks for the balance with the key alone, at the vendor's own path", async () => {
  await using server = await startFaultServer(replyJson({}));
  await createMoonshotClient({ apiKey: secret, baseUrl: server.url }).GET("/v1/users/me/balance");
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "GET", body: "", rawUrl: "/v1/users/me/balance" });
  expect(request?.headers["authorization"]).toBe(`Bearer ${secret}`);
});

it.each([
  ["international", "https://api.moonshot.ai/v1/users/me/balance"],
  ["china", "https://api.moonshot.cn/v1/users/me/balance"],
] as const)(
  "asks the platform of the region %s, and no other when it refuses the key",
  async (region, url) => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(refusal, { status: 401 }));
    const client = createMoonshotClient({ apiKey: secret, region, fetch });
    const error: unknown = await client.GET("/v1/users/me/balance").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "unauthenticated", vendorCode: "invalid_authentication_error" });
    expect(fetch.mock.calls.map(([asked]) => asked)).toEqual([url]);
    expect(`${(error as Error).message} ${JSON.stringify(error)}`).not.toContain(secret);
  },
);

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no key", { region: "china" }, /`apiKey` is missing/],
  ["no region", { apiKey: secret }, /`region` is missing; give international or china, or `baseUrl`/],
  ["an unknown region", { apiKey: secret, region: "europe" }, /`region` must be international or china/],
  [
    "a region and an address",
    { apiKey: secret, region: "china", baseUrl: "https://api.moonshot.cn" },
    /`region` and `baseUrl` are both given/,
  ],
  [
    "a key with a line break",
    { apiKey: `${secret}\n`, region: "china" },
    /`apiKey` holds a blank, a line break/,
  ],
  ["a misspelt option", { apiKey: secret, regoin: "china" }, /unknown option `regoin`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createMoonshotClient(options as never);
  expect(create).toThrow(message);
  expect(create).not.toThrow(new RegExp(secret));
});
