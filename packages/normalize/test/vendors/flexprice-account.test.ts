import { createFlexpriceClient } from "@openbalance/flexprice";
import { loadExample, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { flexpriceAccount, readBalance } from "../../src/index.ts";
import { rowOf } from "./snapshot-views.ts";

const walletId = "wallet_01J9ZQ4N";

it("asks for the wallet and for the origin of its credits", async () => {
  await using server = await startFaultServer(
    replyJson((await loadExample("flexprice", "getWalletBalance", "with-breakdown")).text),
  );
  const account = flexpriceAccount({ apiKey: "sk_1", walletId, baseUrl: server.url, ref: "search" });
  const snapshot = await readBalance(account);
  expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual([
    "/wallets/wallet_01J9ZQ4N/balance/real-time?expand=credits_available_breakdown",
  ]);
  expect(server.requests[0]?.headers).toMatchObject({ "x-api-key": "sk_1" });
  expect(rowOf(snapshot).equivalents?.[0]?.parts).toHaveLength(2);
  expect(snapshot.account.ref).toBe("search");
});

it("is read through a client that exists already", async () => {
  await using mock = await startMock("flexprice");
  const client = createFlexpriceClient({ apiKey: "sk_1", baseUrl: mock.url });
  expect(rowOf(await readBalance(flexpriceAccount({ client, walletId }))).available).toBe("87.5");
});

it("encodes the id of the wallet", async () => {
  await using server = await startFaultServer(
    replyJson((await loadExample("flexprice", "getWalletBalance", "typical")).text),
  );
  await readBalance(flexpriceAccount({ apiKey: "k", walletId: "a/b?c#d", baseUrl: server.url }));
  expect(server.requests[0]?.rawUrl).toMatch(/^\/wallets\/a%2Fb%3Fc%23d\/balance\/real-time\?/);
});

it.each([undefined, "", 7, ".", "..", "%2e%2e", "wallet\r\nx: y", "w".repeat(257)])(
  "refuses the wallet %j before any request",
  (given) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const options = { apiKey: "sk_1", region: "us", walletId: given, fetch } as never;
    expect(() => flexpriceAccount(options)).toThrow(expect.objectContaining({ code: "config" }));
    expect(() => flexpriceAccount(options)).toThrow(/flexprice: `walletId`/);
    expect(fetch).not.toHaveBeenCalled();
  },
);

it("refuses to be made of nothing, or without a region", () => {
  expect(() => flexpriceAccount(undefined as never)).toThrow(expect.objectContaining({ code: "config" }));
  // @ts-expect-error A region or an address is required.
  expect(() => flexpriceAccount({ apiKey: "sk_1", walletId })).toThrow(/`region` is missing/);
});

it("says not_found for a wallet that the key does not see", async () => {
  await using mock = await startMock("flexprice", { prefer: "code=404, example=not-found" });
  const account = flexpriceAccount({ apiKey: "sk_1", walletId, baseUrl: mock.url, ref: "search" });
  await expect(readBalance(account)).rejects.toMatchObject({
    code: "not_found",
    vendorCode: "not_found",
    account: "search",
    attempts: 1,
  });
});
