import { createMoonshotClient } from "@openbalance/moonshot";
import { loadExample, loadReplies, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, it, vi } from "vitest";
import {
  decodeMoonshotBalance,
  moonshotAccount,
  readBalance,
  type Balance,
  type MoonshotAccountOptions,
  type MoonshotDecodeOptions,
  type MoonshotSnapshot,
} from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const usd = { kind: "fiat", code: "USD", id: "iso4217:USD" } as const;
const cny = { kind: "fiat", code: "CNY", id: "iso4217:CNY" } as const;
const region = "international" as const;

async function decodeExample(
  name: string,
  options: MoonshotDecodeOptions = { region },
): Promise<MoonshotSnapshot> {
  const replies = await loadReplies("moonshot");
  const { text = "" } = replies.find((each) => each.name === name && each.status === 200) ?? {};
  return decodeMoonshotBalance({ status: 200, text, fetchedAt }, options);
}

const parts = (granted: string, purchased: string): Balance["parts"] => [
  { kind: "granted", amount: granted as `${number}` },
  { kind: "purchased", amount: purchased as `${number}` },
];

describe("the documented balance", () => {
  it("adds vouchers and cash up exactly, where doubles would not", async () => {
    const snapshot = await decodeExample("documented");
    expect(rowOf(snapshot)).toEqual({
      asset: usd,
      assetFrom: "host",
      total: "49.58894",
      available: "49.58894",
      parts: parts("46.58893", "3.00001"),
    });
    expect(snapshot.issues).toEqual([]);
    expect(snapshot.balances[0]?.provenance["/total"]).toEqual({
      kind: "derived",
      formula: "sum(parts.amount)",
      from: ["/parts/0/amount", "/parts/1/amount"],
    });
  });

  it.each([
    ["arrears", "4.25", "5.5", parts("5.5", "-1.25")],
    ["zero", "0", "0", parts("0", "0")],
    ["negative", "-0.00001", "0", parts("0", "-0.00001")],
    ["smallest-unit", "0.3", "0.3", parts("0.1", "0.2")],
    ["string-numbers", "49.58894", "49.58894", parts("46.58893", "3.00001")],
    ["no-flags", "49.58894", "49.58894", parts("46.58893", "3.00001")],
  ])(
    "reads %s: what is owed lowers the total and never what is available",
    async (name, total, available, split) => {
      const snapshot = await decodeExample(name);
      expect(rowOf(snapshot)).toEqual({ asset: usd, assetFrom: "host", total, available, parts: split });
      expect(snapshot.issues).toEqual([]);
    },
  );
});

describe("the currency, which no reply names", () => {
  it.each([
    [{ region: "international" }, usd, "host"],
    [{ region: "china" }, cny, "host"],
    [{ currency: "cny" }, cny, "option"],
    [{ asset: cny, region: "international" }, cny, "option"],
  ] as const)("is that of %j", async (options, asset, assetFrom) => {
    const snapshot = await decodeExample("documented", options);
    expect(rowOf(snapshot)).toMatchObject({ asset, assetFrom });
    expect(snapshot.issues).toEqual([]);
  });

  it("is unknown, and never guessed, when nobody says", async () => {
    const snapshot = await decodeExample("documented", {});
    expect(rowOf(snapshot).asset).toEqual({ kind: "unknown", id: "moonshot:unknown" });
    expect(rowOf(snapshot)).not.toHaveProperty("assetFrom");
    expect(issuesOf(snapshot)).toEqual(["unknown_asset "]);
  });

  it.each([
    [{ region, currency: "EUR" }, /`region` decides the currency/],
    [{ currency: "DOLLARS" }, /`currency` must be a code of ISO 4217/],
    [{ currency: "" }, /`currency` must be a code of ISO 4217/],
    [{ currency: 5 as never }, /`currency` must be a code of ISO 4217/],
  ] as const)("is refused when it is %j", async (options, message) => {
    await expect(decodeExample("documented", options)).rejects.toThrow(message);
    await expect(decodeExample("documented", options)).rejects.toMatchObject({ code: "config" });
  });
});

describe("odd replies", () => {
  it.each([
    ["inconsistent", "50", "49.58894"],
    ["available-in-arrears", "4.25", "4.25"],
  ])(
    "records in %s that what is available is not its parts, and changes neither",
    async (name, available, total) => {
      const snapshot = await decodeExample(name);
      expect(issuesOf(snapshot)).toEqual(["inconsistent /data/available_balance"]);
      expect(rowOf(snapshot)).toMatchObject({ available, total });
    },
  );

  it.each([
    ["few-fields", "missing_field"],
    ["null-fields", "null_field"],
  ])("derives no total from %s", async (name, code) => {
    const snapshot = await decodeExample(name);
    expect(rowOf(snapshot)).toEqual({ asset: usd, assetFrom: "host", available: "49.58894" });
    expect(issuesOf(snapshot)).toEqual([`${code} /data/voucher_balance`, `${code} /data/cash_balance`]);
  });

  it("derives no total from one part", () => {
    const text = '{"data":{"available_balance":1,"voucher_balance":1}}';
    const snapshot = decodeMoonshotBalance({ status: 200, text, fetchedAt }, { region });
    expect(rowOf(snapshot)).not.toHaveProperty("total");
    expect(rowOf(snapshot).parts).toEqual([{ kind: "granted", amount: "1" }, { kind: "purchased" }]);
  });
});

describe("replies that are no balance", () => {
  it.each(["empty-data", "null-body"])("takes %s for a bad response", async (name) => {
    await expect(decodeExample(name)).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
  });

  it.each(["failed-code", "failed-status", "error-in-success"])(
    "shows no zero where the envelope of %s says that the call failed",
    async (name) => {
      await expect(decodeExample(name)).rejects.toMatchObject({ code: "vendor_error", httpStatus: 200 });
    },
  );

  it("throws what the vendor refused", async () => {
    const refusal = await loadExample("moonshot", "getBalance", "unauthenticated");
    expect(() => decodeMoonshotBalance({ ...refusal, fetchedAt })).toThrow(
      expect.objectContaining({ code: "unauthenticated", vendorCode: "invalid_authentication_error" }),
    );
  });
});

describe("an account", () => {
  const text = '{"code":0,"data":{"available_balance":0.10000000000000000001},"scode":"0x0","status":true}';

  it.each([
    ["international", "iso4217:USD", "https://api.moonshot.ai/v1/users/me/balance"],
    ["china", "iso4217:CNY", "https://api.moonshot.cn/v1/users/me/balance"],
  ] as const)("of the region %s is read at its host alone, in %s", async (place, asset, url) => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => {
      return new Response(text, { headers: { "content-type": "application/json" } });
    });
    const { balances } = await readBalance(moonshotAccount({ apiKey: "k", region: place, fetch }));
    expect(balances[0]).toMatchObject({ asset: { id: asset }, available: "0.10000000000000000001" });
    expect(fetch.mock.calls.map(([asked]) => asked)).toEqual([url]);
  });

  it("at an address of one's own is in the currency that is given, else in an unknown one", async () => {
    await using server = await startFaultServer(replyJson(text), replyJson(text));
    const address = { apiKey: "k", baseUrl: server.url };
    const known = await readBalance(moonshotAccount({ ...address, currency: "USD" }));
    expect(rowOf(known)).toMatchObject({ asset: usd, assetFrom: "option" });
    expect(rowOf(await readBalance(moonshotAccount(address))).asset?.id).toBe("moonshot:unknown");
  });

  it("takes a client that exists already, whose currency only the caller knows", async () => {
    await using mock = await startMock("moonshot");
    const client = createMoonshotClient({ apiKey: "k", baseUrl: mock.url });
    const snapshot = await readBalance(moonshotAccount({ client, currency: "CNY", ref: "prod" }));
    expect(snapshot).toMatchObject({
      account: { ref: "prod" },
      balances: [{ asset: cny, total: "49.58894" }],
    });
  });

  it.each([
    [undefined, /`apiKey` is missing/],
    [{ apiKey: "k" }, /`region` is missing/],
    [{ apiKey: "k", region, currency: "EUR" }, /`region` decides the currency/],
    [{ apiKey: "k", baseUrl: "https://moonshot.example", currency: "$" }, /must be a code of ISO 4217/],
  ])("is refused with %j before it is read", (options, message) => {
    expect(() => moonshotAccount(options as MoonshotAccountOptions)).toThrow(message);
  });
});
