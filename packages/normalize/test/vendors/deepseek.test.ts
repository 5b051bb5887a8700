import { createDeepseekClient } from "@openbalance/deepseek";
import { loadExample, loadReplies, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  decodeDeepseekBalance,
  deepseekAccount,
  readBalance,
  type Balance,
  type DeepseekSnapshot,
} from "../../src/index.ts";
import { amountsOf, issuesOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";

function decode(text: string): DeepseekSnapshot {
  return decodeDeepseekBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<DeepseekSnapshot> {
  const { status, text } = await loadExample("deepseek", "getUserBalance", name);
  return decodeDeepseekBalance({ status, text, fetchedAt });
}

/** What each row says, by its asset. */
function rowsOf({
  balances,
}: DeepseekSnapshot): readonly (readonly [asset: string, row: Partial<Balance>])[] {
  return balances.map((balance) => [balance.asset.id, amountsOf(balance)]);
}

const row = (amount: string, granted: string, purchased: string): Partial<Balance> => ({
  total: amount as `${number}`,
  available: amount as `${number}`,
  parts: [
    { kind: "granted", amount: granted as `${number}` },
    { kind: "purchased", amount: purchased as `${number}` },
  ],
});

/** An amount that the vendor wrote in its first row. */
function reported(name: string, text: string): object {
  return { kind: "reported", path: `/balance_infos/0/${name}`, text, precision: "source" };
}

describe("the documented balance", () => {
  it("is one row in its currency, split into what was granted and what was bought", async () => {
    const snapshot = await decodeExample("documented");
    expect(rowsOf(snapshot)).toEqual([["iso4217:CNY", row("110", "10", "100")]]);
    expect(snapshot).toMatchObject({ spendable: true, issues: [] });
    expectTypeOf(snapshot.raw.is_available).toEqualTypeOf<boolean | undefined>();
  });

  it("says where each amount stands and how the vendor wrote it", async () => {
    expect((await decodeExample("documented")).balances[0]?.provenance).toEqual({
      "/total": reported("total_balance", "110.00"),
      "/available": reported("total_balance", "110.00"),
      "/parts/0/amount": reported("granted_balance", "10.00"),
      "/parts/1/amount": reported("topped_up_balance", "100.00"),
    });
  });
});

describe("other balances", () => {
  it("keeps two currencies as two rows, in the vendor's order, and adds nothing up", async () => {
    const snapshot = await decodeExample("two-currencies");
    expect(rowsOf(snapshot)).toEqual([
      ["iso4217:USD", row("12.34", "2.34", "10")],
      ["iso4217:CNY", row("0", "0", "0")],
    ]);
    expect(snapshot.issues).toEqual([]);
  });

  it("keeps both currencies apart even when the caller names an asset", async () => {
    const { status, text } = await loadExample("deepseek", "getUserBalance", "two-currencies");
    const asset = { kind: "fiat", code: "EUR", id: "iso4217:EUR" } as const;
    const { balances } = decodeDeepseekBalance({ status, text, fetchedAt }, { asset });
    expect(balances.map((balance) => balance.asset.id)).toEqual(["iso4217:USD", "iso4217:CNY"]);
  });

  it.each([
    ["zero", false, row("0", "0", "0")],
    ["unavailable", false, row("5", "0", "5")],
    ["negative", false, row("-0.09", "0", "-0.09")],
    ["numbers", true, row("12.34", "2.34", "10")],
    ["many-decimals", true, row("12345678901234567.123456789", "0.000000001", "12345678901234567.123456788")],
  ])(
    "reads %s exactly, with the vendor's own word on whether it can be spent",
    async (name, spendable, usd) => {
      const snapshot = await decodeExample(name);
      expect(rowsOf(snapshot)).toEqual([["iso4217:USD", usd]]);
      expect(snapshot).toMatchObject({ spendable, issues: [] });
    },
  );

  it("lists nothing where the vendor lists nothing", async () => {
    expect(await decodeExample("no-rows")).toMatchObject({ balances: [], spendable: false, issues: [] });
  });

  it("keeps the digits of a number that a double would round", () => {
    const { balances } = decode(
      '{"balance_infos":[{"currency":"USD","total_balance":90071992547409931.10}]}',
    );
    expect(balances[0]).toMatchObject({ total: "90071992547409931.1", available: "90071992547409931.1" });
  });
});

describe("odd replies", () => {
  it("records parts that do not add up and changes none", async () => {
    const snapshot = await decodeExample("inconsistent");
    expect(issuesOf(snapshot)).toEqual(["inconsistent /balance_infos/0/total_balance"]);
    expect(rowsOf(snapshot)).toEqual([["iso4217:USD", row("12.34", "2.34", "9")]]);
  });

  it("keeps a currency that comes twice as two rows, and says so", async () => {
    const snapshot = await decodeExample("same-currency");
    expect(snapshot.balances.map(({ total }) => total)).toEqual(["1", "2"]);
    expect(issuesOf(snapshot)).toEqual(["duplicate_asset /balance_infos/1"]);
  });

  it("never computes whether it can be spent, and guesses no currency", async () => {
    const snapshot = await decodeExample("few-fields");
    expect(snapshot).not.toHaveProperty("spendable");
    expect(rowsOf(snapshot)).toEqual([["deepseek:unknown", { total: "12.34", available: "12.34" }]]);
    expect(issuesOf(snapshot)).toEqual([
      "missing_field /balance_infos/0/granted_balance",
      "missing_field /balance_infos/0/topped_up_balance",
      "missing_field /balance_infos/0/currency",
      "unknown_asset /balance_infos/0/currency",
    ]);
  });

  it("takes null for not stated", async () => {
    const snapshot = await decodeExample("null-fields");
    expect(snapshot).not.toHaveProperty("spendable");
    expect(rowsOf(snapshot)).toEqual([["iso4217:USD", { total: "12.34", available: "12.34" }]]);
    expect(issuesOf(snapshot)).toContain("null_field /is_available");
  });

  it("leaves out one part that cannot be read and keeps the other", () => {
    const text = '{"balance_infos":[{"currency":"USD","granted_balance":"1,5","topped_up_balance":"2"}]}';
    expect(decode(text).balances[0]?.parts).toEqual([
      { kind: "granted" },
      { kind: "purchased", amount: "2" },
    ]);
  });
});

describe("replies that are no balance", () => {
  it.each(["no-amounts", "missing-rows", "null-body"])("takes %s for a bad response", async (name) => {
    const example = (await loadReplies("deepseek")).find((each) => each.name === name && each.status === 200);
    expect(() => decode(example?.text ?? "")).toThrow(expect.objectContaining({ code: "bad_response" }));
  });

  it("throws what the vendor refused, without its message on the key", async () => {
    const refusal = await loadExample("deepseek", "getUserBalance", "unauthenticated");
    const decodeRefusal = (): unknown => decodeDeepseekBalance({ ...refusal, fetchedAt });
    expect(decodeRefusal).toThrow(expect.objectContaining({ code: "unauthenticated", httpStatus: 401 }));
    expect(decodeRefusal).not.toThrow(/3a7f/);
  });
});

describe("an account", () => {
  it("is read over the network, digit for digit", async () => {
    const text = '{"balance_infos":[{"currency":"CNY","total_balance":0.10000000000000000001}]}';
    await using server = await startFaultServer(replyJson(text));
    const snapshot = await readBalance(deepseekAccount({ apiKey: "k", baseUrl: server.url, ref: "prod" }));
    expect(snapshot.balances[0]?.total).toBe("0.10000000000000000001");
    expect(snapshot.account).toEqual({ ref: "prod" });
  });

  it("is read through a client that exists already, and carries its label on the error", async () => {
    await using mock = await startMock("deepseek", { prefer: "code=429" });
    const client = createDeepseekClient({ apiKey: "k", baseUrl: mock.url, retry: false });
    const error: unknown = await readBalance(deepseekAccount({ client, ref: "prod" })).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: "rate_limited", account: "prod", vendorCode: "rate_limit_error" });
  });
});
