import { loadExample } from "@openbalance/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import { decodeFlexpriceBalance, type FlexpriceSnapshot } from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const usd = { kind: "fiat", code: "USD", id: "iso4217:USD" };
const credit = { kind: "credit", code: "credit", id: "flexprice:wallet_01J9ZQ4N:credit" };
const asOf = { at: "2026-11-20T08:30:00.000Z", source: "record", fields: ["total"] };

function decode(wallet: object | string): FlexpriceSnapshot {
  const text = typeof wallet === "string" ? wallet : JSON.stringify(wallet);
  return decodeFlexpriceBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<FlexpriceSnapshot> {
  const { status, text } = await loadExample("flexprice", "getWalletBalance", name);
  return decodeFlexpriceBalance({ status, text, fetchedAt });
}

/** The wallet of an example, to be changed. */
async function walletOf(name: string): Promise<Record<string, unknown>> {
  return (await loadExample("flexprice", "getWalletBalance", name)).body as Record<string, unknown>;
}

describe("a prepaid wallet", () => {
  it("counts money in the row and the same funds in credits beside it", async () => {
    const snapshot = await decodeExample("typical");
    expect(rowOf(snapshot)).toEqual({
      asset: usd,
      total: "100",
      available: "87.5",
      due: "2.5",
      asOf,
      equivalents: [{ asset: credit, rate: "1", total: "100", available: "87.5" }],
    });
    expect(snapshot.issues).toEqual([]);
  });

  it("names the wallet, its owner and its state", async () => {
    const { text, body } = await loadExample("flexprice", "getWalletBalance", "typical");
    const snapshot = decodeFlexpriceBalance({ status: 200, text, fetchedAt }, { ref: "search" });
    expect(snapshot).toMatchObject({
      schema: "balance/1",
      vendor: "flexprice",
      account: {
        ref: "search",
        id: "wallet_01J9ZQ4N",
        owner: "cust_01J9ZQ3M",
        name: "Prepaid Wallet - USD",
      },
      state: "active",
      fetchedAt,
      raw: body,
    });
    expectTypeOf(snapshot.raw.conversion_rate).toEqualTypeOf<string | undefined>();
  });

  it("says where each amount stands", async () => {
    const [balance] = (await decodeExample("with-breakdown")).balances;
    const paths = Object.entries(balance?.provenance ?? {}).map(([pointer, from]) => {
      return [pointer, from.kind === "derived" ? from.formula : from.path];
    });
    expect(Object.fromEntries(paths)).toEqual({
      "/total": "/balance",
      "/available": "/real_time_balance",
      "/due": "/unpaid_invoices_amount",
      "/equivalents/0/rate": "/conversion_rate",
      "/equivalents/0/total": "/credit_balance",
      "/equivalents/0/available": "/real_time_credit_balance",
      "/equivalents/0/parts/0/amount": "/credits_available_breakdown/free",
      "/equivalents/0/parts/1/amount": "/credits_available_breakdown/purchased",
    });
  });

  it("splits the credits by origin where the vendor does", async () => {
    const snapshot = await decodeExample("with-breakdown");
    expect(rowOf(snapshot).equivalents?.[0]?.parts).toEqual([
      { kind: "granted", amount: "20" },
      { kind: "purchased", amount: "70" },
    ]);
    // 90 of 100: the other ten came as refunds or bonus, which is no contradiction.
    expect(snapshot.issues).toEqual([]);
  });

  it("keeps the rate between credits and money, and leaves the rate of top-ups out", async () => {
    const snapshot = await decodeExample("two-units");
    expect(rowOf(snapshot)).toMatchObject({
      total: "50",
      equivalents: [{ rate: "2", total: "25", available: "18.75" }],
    });
    expect(JSON.stringify(snapshot.balances)).not.toContain("2.5");
  });

  it.each([
    ["zero", { total: "0", available: "0", due: "0" }],
    ["negative", { total: "5", available: "-12.25", due: "0" }],
    ["negative-stored", { total: "-3.25", available: "-3.25", due: "0" }],
    ["post-paid", { total: "100", available: "100", due: "0" }],
    ["nine-decimals", { total: "10.001234568", available: "10.001234567", due: "0" }],
    ["long-division", { total: "102", available: "100", due: "0" }],
    ["auto-topup", { total: "100", available: "87.5", due: "2.5" }],
    ["older-server", { total: "100", available: "87.5", due: "2.5" }],
    ["null-fields", { total: "100", available: "87.5", due: "2.5" }],
  ])("reads %s exactly and finds nothing odd", async (name, amounts) => {
    const snapshot = await decodeExample(name);
    expect(rowOf(snapshot)).toMatchObject(amounts);
    expect(snapshot.issues).toEqual([]);
  });

  it("keeps the sixteen decimals of a division", async () => {
    const { equivalents } = rowOf(await decodeExample("long-division"));
    expect(equivalents?.[0]?.available).toBe("33.3333333333333333");
  });

  it("keeps digits a double would lose, in numbers too", () => {
    const text = '{"id":"w","currency":"usd","balance":90071992547409931.10,"wallet_status":"active"}';
    expect(rowOf(decode(text)).total).toBe("90071992547409931.1");
  });
});

describe("a wallet that is not active", () => {
  it.each([
    ["frozen", "40"],
    ["closed", "0"],
  ])("has stored amounts and no live ones when it is %s", async (name, total) => {
    const snapshot = await decodeExample(name);
    expect(snapshot.state).toBe(name);
    expect(rowOf(snapshot)).toEqual({
      asset: usd,
      total,
      asOf,
      equivalents: [{ asset: credit, rate: "1", total }],
    });
    expect(issuesOf(snapshot)).toEqual([
      "placeholder /real_time_balance",
      "placeholder /real_time_credit_balance",
    ]);
  });

  it("misses no live amounts that the vendor leaves out", async () => {
    const {
      real_time_balance: _money,
      real_time_credit_balance: _credits,
      ...wallet
    } = await walletOf("frozen");
    expect(issuesOf(decode(wallet))).toEqual([]);
  });

  it("keeps a state that is not known, with the live amounts that were computed for it", async () => {
    const snapshot = await decodeExample("unknown-status");
    expect(snapshot.state).toBe("suspended");
    expect(rowOf(snapshot)).toMatchObject({ total: "100", available: "87.5" });
    expect(issuesOf(snapshot)).toEqual(["unknown_enum /wallet_status"]);
  });

  it("takes a live zero in a state that is not known for the placeholder it is in others", async () => {
    const snapshot = decode({ ...(await walletOf("frozen")), wallet_status: "suspended" });
    expect(rowOf(snapshot)).not.toHaveProperty("available");
    expect(issuesOf(snapshot)).toEqual([
      "unknown_enum /wallet_status",
      "placeholder /real_time_balance",
      "placeholder /real_time_credit_balance",
    ]);
  });
});

describe("a cached reply", () => {
  it("is stale and keeps its amounts", async () => {
    const snapshot = await decodeExample("cached");
    expect(rowOf(snapshot)).toMatchObject({ total: "100", available: "87.5" });
    expect(rowOf(snapshot)).not.toHaveProperty("due");
    expect(issuesOf(snapshot)).toEqual(["stale /is_cached_fallback"]);
  });

  it("is not concluded from a server that does not say", async () => {
    const snapshot = await decodeExample("older-server");
    expect(snapshot.raw).not.toHaveProperty("is_cached_fallback");
    expect(snapshot.issues).toEqual([]);
  });
});

describe("balance = credits x rate", () => {
  it("records a contradiction and changes nothing", async () => {
    const snapshot = await decodeExample("inconsistent");
    expect(issuesOf(snapshot)).toEqual(["inconsistent /balance"]);
    expect(rowOf(snapshot)).toMatchObject({ total: "90", equivalents: [{ total: "100", rate: "1" }] });
  });

  it.each([
    ["10.001234568", []],
    ["10.001234567", []],
    ["10.001234566", ["inconsistent /balance"]],
    ["10.001234569", ["inconsistent /balance"]],
  ])("holds to nine decimals for %s", async (balance, issues) => {
    // 1000.123456789 credits at 0.01 are 10.00123456789.
    expect(issuesOf(decode({ ...(await walletOf("nine-decimals")), balance }))).toEqual(issues);
  });

  it.each([
    ["100.0000000009", []],
    ["100.000000001", ["inconsistent /balance"]],
    ["99.999999999", ["inconsistent /balance"]],
  ])("counts the last of nine decimals: %s for 100 credits at 1", async (balance, issues) => {
    expect(issuesOf(decode({ ...(await walletOf("typical")), balance }))).toEqual(issues);
  });

  it("holds below zero too", async () => {
    const wallet = {
      ...(await walletOf("typical")),
      balance: "-7.5",
      credit_balance: "-3",
      conversion_rate: "2.5",
    };
    expect(issuesOf(decode(wallet))).toEqual([]);
  });
});
