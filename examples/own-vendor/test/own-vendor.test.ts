import { readBalance, readBalances, sumBalances } from "@openbalance/normalize";
import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it } from "vitest";
import { decodeParcelwiseBalance, parcelwiseAccount } from "../own-vendor.ts";

const text = '{"wallet":{"id":"w-7","currency":"usd","balance":120.50,"reserved":"20.25"}}';

it("reads the balance with the key, the wallet and the digits as they are", async () => {
  await using server = await startFaultServer(replyJson(text));
  const account = parcelwiseAccount({ apiKey: "pw_key_1234", walletId: "w/7", baseUrl: server.url });
  const snapshot = await readBalance(account);
  expect(snapshot).toMatchObject({
    vendor: "parcelwise",
    account: { ref: "parcelwise", id: "w-7" },
    balances: [{ asset: { id: "iso4217:USD" }, total: "120.5", held: "20.25", available: "100.25" }],
    issues: [],
  });
  expect(snapshot.balances[0]?.provenance["/total"]).toMatchObject({
    path: "/wallet/balance",
    text: "120.50",
  });
  expect(server.requests[0]).toMatchObject({
    rawUrl: "/wallets/w%2F7/balance",
    headers: { "x-api-key": "pw_key_1234" },
  });
});

it("is retried like every other vendor, and speaks the common error codes", async () => {
  const frozen = { error: { code: "wallet_frozen", message: "This wallet is frozen" } };
  await using server = await startFaultServer(status(503), replyJson(text), status(409, frozen));
  const account = parcelwiseAccount({
    apiKey: "pw_key_1234",
    walletId: "w-7",
    baseUrl: server.url,
    ref: "mail",
  });
  expect((await readBalance(account)).balances).toHaveLength(1);
  expect(server.requests).toHaveLength(2);
  await expect(readBalance(account)).rejects.toMatchObject({
    code: "forbidden",
    vendor: "parcelwise",
    account: "mail",
    httpStatus: 409,
    vendorCode: "wallet_frozen",
  });
});

it("takes its place among many accounts", async () => {
  await using server = await startFaultServer(replyJson(text));
  const accounts = ["a", "b"].map((ref) =>
    parcelwiseAccount({ apiKey: "pw_key_1234", walletId: ref, baseUrl: server.url, ref }),
  );
  const { complete, results } = await readBalances(accounts);
  expect(complete).toBe(true);
  const snapshots = results.flatMap((result) => (result.ok ? result.snapshot : []));
  // Both keys read the same wallet, so it counts once.
  expect(sumBalances(snapshots, "available")).toMatchObject([
    { asset: { code: "USD" }, amount: "100.25", leftOut: [{ ref: "b", reason: "already_counted" }] },
  ]);
});

it("decodes a reply that is at hand, and records what is odd about it", () => {
  const snapshot = decodeParcelwiseBalance({
    status: 200,
    fetchedAt: "2026-11-22T00:00:00Z",
    text: '{"wallet":{"currency":"parcels","balance":"7","reserved":null}}',
  });
  expect(snapshot.balances).toMatchObject([{ asset: { kind: "unknown", code: "parcels" }, total: "7" }]);
  expect(snapshot.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    "null_field /wallet/reserved",
    "unknown_asset /wallet/currency",
  ]);
});
