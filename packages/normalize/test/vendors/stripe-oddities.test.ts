import { loadExample } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { decodeStripeBalance, type StripeSnapshot } from "../../src/index.ts";
import { amountsOf, issuesOf } from "./snapshot-views.ts";

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

describe("what is odd", () => {
  it("is a test key, whose money is none", async () => {
    const snapshot = await decodeExample("test-mode");
    expect(issuesOf(snapshot)).toEqual(["test_mode /livemode"]);
    expect(rowsOf(snapshot)).toEqual([["USD", { kind: "test", available: "1000" }]]);
  });

  it("is a split that is not the amount, which stays as it is", async () => {
    const snapshot = await decodeExample("inconsistent");
    expect(issuesOf(snapshot)).toEqual(["inconsistent /available/0/source_types"]);
    expect(rowsOf(snapshot)).toEqual([["USD", { available: "50" }]]);
  });

  it("is a currency that one list names twice: nothing is joined and nothing lost", async () => {
    const snapshot = await decodeExample("same-currency");
    expect(rowsOf(snapshot)).toEqual([
      ["USD", { available: "50" }],
      ["USD", { available: "1" }],
      ["USD", { pending: "0.7" }],
    ]);
    expect(issuesOf(snapshot)).toEqual(["duplicate_asset /available/1", "duplicate_asset /pending/0"]);
  });

  it("is a currency of no standard, kept as unknown", async () => {
    const snapshot = await decodeExample("unknown-currency");
    expect(snapshot.balances.map(({ asset }) => asset.id)).toEqual([
      "stripe:unknown:usdc",
      "stripe:unknown:xqx",
      "stripe:unknown",
      "iso4217:USD",
    ]);
    expect(issuesOf(snapshot)).toEqual([
      "unknown_asset /available/0/currency",
      "unknown_asset /available/1/currency",
      "missing_field /available/2/currency",
      "unknown_asset /available/2/currency",
      "unknown_scale /available/0/amount",
      "unknown_scale /available/1/amount",
      "unknown_scale /available/2/amount",
    ]);
  });

  it("is an amount whose decimals nobody documents: it is absent and never taken for hundredths", async () => {
    const { balances } = await decodeExample("unknown-currency");
    expect(balances.map(({ available }) => available)).toEqual([undefined, undefined, undefined, "12"]);
  });

  it("is a reserve below zero, which is absent and never held", () => {
    const text =
      '{"available":[{"amount":5,"currency":"usd"}],"pending":[],"connect_reserved":[{"amount":-100,"currency":"usd"}]}';
    expect(rowsOf(decode(text))).toEqual([["USD", { available: "0.05" }]]);
    expect(issuesOf(decode(text))).toEqual(["out_of_range /connect_reserved/0/amount"]);
  });

  it("joins nothing that names no currency", () => {
    const text = '{"available":[{"amount":1},{"amount":3,"currency":"usd"}],"pending":[{"amount":2}]}';
    expect(rowsOf(decode(text))).toEqual([
      ["", {}],
      ["USD", { available: "0.03" }],
      ["", {}],
    ]);
  });

  it.each([
    ["pending-missing", "missing_field /pending"],
    ["null-amount", "null_field /available/0/amount"],
  ])("is what is not there: %s", async (name, issue) => {
    expect(issuesOf(await decodeExample(name))).toEqual([issue]);
  });

  it.each([
    ['{"available":[],"pending":null}', "null_field /pending"],
    ['{"available":[],"pending":{}}', "alternate_shape /pending"],
    ['{"available":[],"pending":[],"connect_reserved":7}', "alternate_shape /connect_reserved"],
    ['{"available":[],"pending":[],"issuing":{}}', "missing_field /issuing/available"],
  ])("is what is no list: %s", (text, issue) => {
    expect(issuesOf(decode(text))).toEqual([issue]);
  });

  it("reads amounts that are texts", async () => {
    expect(rowsOf(await decodeExample("string-numbers"))).toEqual([["USD", { available: "50" }]]);
  });
});

describe("replies that are no balance", () => {
  it("have no list", async () => {
    await expect(decodeExample("missing-lists")).rejects.toMatchObject({ code: "bad_response" });
  });

  it.each(["null", "[]", "{", "", '{"available":[{"amount":"n/a","currency":"usd"}],"pending":[]}'])(
    "are refused: %s",
    (text) => {
      expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response", httpStatus: 200 }));
    },
  );

  it("are the vendor's refusals, without a request, with its advice", async () => {
    const reply = await loadExample("stripe", "GetBalance", "conflict");
    const headers = { "stripe-should-retry": "true" };
    expect(() => decodeStripeBalance({ ...reply, headers, fetchedAt })).toThrow(
      expect.objectContaining({
        code: "bad_request",
        vendorCode: "lock_timeout",
        retryable: true,
        attempts: 0,
      }),
    );
  });
});
