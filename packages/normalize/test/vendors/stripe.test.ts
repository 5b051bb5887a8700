import { createStripeClient } from "@openbalance/stripe";
import { loadExample, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  decodeStripeBalance,
  readBalance,
  stripeAccount,
  sumBalances,
  type StripeSnapshot,
} from "../../src/index.ts";
import { amountsOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";

function decode(text: string): StripeSnapshot {
  return decodeStripeBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<StripeSnapshot> {
  return decode((await loadExample("stripe", "GetBalance", name)).text);
}

/** Every row as its currency, with its pool, and what it states. */
function rowsOf({ balances }: StripeSnapshot): readonly unknown[] {
  return balances.map((balance) => {
    const { pool, pendingDirection: _direction, ...amounts } = amountsOf(balance);
    return [[balance.asset.code, pool?.id].filter(Boolean).join(" in "), amounts];
  });
}

describe("a balance", () => {
  it("has a row for each currency of its lists, in major units, and one for the funds of cards", async () => {
    const snapshot = await decodeExample("typical");
    expect(rowsOf(snapshot)).toEqual([
      ["USD", { available: "2174.5", pending: "881", held: "0" }],
      ["EUR", { available: "-12" }],
      ["JPY", { available: "53000" }],
      ["KWD", { pending: "5.12" }],
      ["USD in issuing", { available: "500" }],
    ]);
    expect(snapshot.issues).toEqual([]);
    expect(snapshot.account).toEqual({ ref: "stripe" });
    expectTypeOf(snapshot.raw.livemode).toEqualTypeOf<boolean>();
  });

  it("says where each amount stands, how it is written, and what it was multiplied by", async () => {
    const [dollars, , yen] = (await decodeExample("typical")).balances;
    const reported = { kind: "reported", precision: "source" };
    expect(dollars?.provenance).toEqual({
      "/available": { ...reported, path: "/available/0/amount", text: "217450", scale: -2 },
      "/pending": { ...reported, path: "/pending/1/amount", text: "88100", scale: -2 },
      "/held": { ...reported, path: "/connect_reserved/0/amount", text: "0", scale: -2 },
    });
    expect(yen?.provenance).toEqual({
      "/available": { ...reported, path: "/available/2/amount", text: "53000" },
    });
  });

  it("goes by Stripe's minor units where ISO 4217 has others", async () => {
    expect(rowsOf(await decodeExample("exponents"))).toEqual([
      ["ISK", { available: "5" }],
      ["UGX", { available: "5" }],
      ["MGA", { available: "500" }],
      ["HUF", { available: "5" }],
      ["TWD", { available: "5" }],
      ["BHD", { available: "5.12" }],
      ["TND", { available: "5.12" }],
      ["KRW", { pending: "53000" }],
      ["CLP", { pending: "53000" }],
    ]);
  });

  it.each(["bif", "djf", "gnf", "kmf", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"])(
    "counts whole units of %s",
    (currency) => {
      const text = JSON.stringify({ available: [{ amount: 70, currency }], pending: [] });
      expect(decode(text).balances[0]).toMatchObject({ available: "70" });
    },
  );

  it.each(["jod", "omr"])("counts thousandths of %s", (currency) => {
    const text = JSON.stringify({ available: [{ amount: 70, currency }], pending: [] });
    expect(decode(text).balances[0]).toMatchObject({ available: "0.07" });
  });

  it("may be below zero, and what is pending comes in", async () => {
    const snapshot = await decodeExample("negative");
    expect(snapshot.balances[0]).toMatchObject({
      available: "-3.09",
      pending: "10.5",
      pendingDirection: "in",
    });
    expect(snapshot.issues).toEqual([]);
  });

  it("has no total: nothing says how the lists add up", async () => {
    for (const balance of (await decodeExample("reserved")).balances)
      expect(balance).not.toHaveProperty("total");
    expect(rowsOf(await decodeExample("reserved"))).toEqual([
      ["USD", { available: "9", pending: "1", held: "2.5" }],
      ["GBP", { held: "0.75" }],
    ]);
  });

  it("keeps other pots apart, so that no sum adds them to the main row", async () => {
    const snapshot = await decodeExample("prefunding");
    expect(rowsOf(snapshot)).toEqual([
      ["USD", { available: "10", pending: "0" }],
      ["USD in issuing", { available: "75" }],
      ["GBP in issuing", { available: "3" }],
      ["USD in refund_and_dispute_prefunding", { available: "200", pending: "15" }],
      ["EUR in refund_and_dispute_prefunding", { pending: "2" }],
    ]);
    const dollars = sumBalances([snapshot], "available").find(({ asset }) => asset.code === "USD");
    expect(dollars).toMatchObject({ amount: "10", leftOut: [{ index: 1 }, { index: 3 }] });
    expect(snapshot.issues).toEqual([]);
  });

  it("takes nothing from the lists that restate money", async () => {
    const snapshot = await decodeExample("net-available");
    expect(rowsOf(snapshot)).toEqual([
      ["USD", { available: "50" }],
      ["MYR", { pending: "7" }],
    ]);
    expect(snapshot.issues).toEqual([]);
  });

  it("is empty where the vendor lists nothing", async () => {
    expect(await decodeExample("no-rows")).toMatchObject({ balances: [], issues: [] });
  });

  it("keeps every digit of a number that a double would round", () => {
    const text = '{"available":[{"amount":9007199254740993117,"currency":"usd"}],"pending":[]}';
    expect(rowsOf(decode(text))).toEqual([["USD", { available: "90071992547409931.17" }]]);
  });
});

describe("an account", () => {
  const reply = replyJson('{"available":[{"amount":1,"currency":"usd"}],"pending":[],"livemode":true}');

  it("is the connected one where one is given", async () => {
    await using server = await startFaultServer(reply);
    const account = stripeAccount({
      apiKey: "rk_live_k",
      connectedAccount: "acct_1",
      baseUrl: server.url,
      ref: "shop",
    });
    expect((await readBalance(account)).account).toEqual({ ref: "shop", id: "acct_1" });
    expect(server.requests[0]?.headers["stripe-account"]).toBe("acct_1");
  });

  it("is else that of the key, which no reply names", async () => {
    await using server = await startFaultServer(reply);
    const snapshot = await readBalance(stripeAccount({ apiKey: "rk_live_k", baseUrl: server.url }));
    expect(snapshot.account).toEqual({ ref: "stripe" });
    expect(snapshot.balances[0]).toMatchObject({ available: "0.01" });
  });

  it("is read through a client that exists already", async () => {
    await using mock = await startMock("stripe");
    const client = createStripeClient({ apiKey: "k", baseUrl: mock.url });
    expect((await readBalance(stripeAccount({ client }))).balances).toHaveLength(5);
  });

  it.each([
    ["no options", undefined, "the options must be an object"],
    ["no key", {}, "`apiKey` is missing"],
    [
      "an account that is none",
      { apiKey: "k", connectedAccount: "shop" },
      "`connectedAccount` must be the id",
    ],
  ])("refuses %s before it is read", (_name, options, message) => {
    const create = (): unknown => stripeAccount(options as never);
    expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "stripe" }));
    expect(create).toThrow(message);
  });
});
