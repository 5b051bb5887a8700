import { loadExample } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { decodeGlyphrunBalance, type GlyphrunSnapshot } from "../../src/index.ts";
import { amountsOf, issuesOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";

function decode(text: string): GlyphrunSnapshot {
  return decodeGlyphrunBalance({ status: 200, text, fetchedAt });
}

describe("digits", () => {
  it("are kept where a double would lose them, and are compared exactly", () => {
    const snapshot = decode(
      `{"wallet":{"balance":9007199254740993.000003,"availableBalance":9007199254740992.000001,
        "totalLocked":1.000002,"pendingLocks":{"a":1.000001,"b":0.000001}}}`,
    );
    expect(amountsOf(snapshot.balances[0])).toEqual({
      total: "9007199254740993.000003",
      available: "9007199254740992.000001",
      held: "1.000002",
      holds: [
        { id: "a", amount: "1.000001" },
        { id: "b", amount: "0.000001" },
      ],
    });
    expect(snapshot.issues).toEqual([]);
  });

  it("that differ in the last place only are told apart", () => {
    const text = `{"wallet":{"balance":9007199254740993.000003,"availableBalance":9007199254740992.000002,
      "totalLocked":1.000002}}`;
    expect(issuesOf(decode(text))).toEqual(["inconsistent /wallet/balance"]);
  });

  it("of a body that was parsed already are marked as those of a double", async () => {
    const { body } = await loadExample("glyphrun", "getWalletBalance", "idle");
    const { balances } = decodeGlyphrunBalance({ status: 200, body, fetchedAt });
    expect(balances[0]?.total).toBe("42.25");
    expect(balances[0]?.provenance["/total"]).toMatchObject({ precision: "float64" });
  });
});

describe("locks", () => {
  it("may have any id, also one that objects have a member of", () => {
    const text = `{"wallet":{"balance":1,"availableBalance":0.4,"totalLocked":0.6,
      "pendingLocks":{"__proto__":0.1,"constructor":0.2,"a/b~c":0.3}}}`;
    const snapshot = decode(text);
    expect(amountsOf(snapshot.balances[0]).holds).toEqual([
      { id: "__proto__", amount: "0.1" },
      { id: "constructor", amount: "0.2" },
      { id: "a/b~c", amount: "0.3" },
    ]);
    expect(snapshot.balances[0]?.provenance["/holds/2/amount"]).toMatchObject({
      path: "/wallet/pendingLocks/a~1b~0c",
    });
    expect(snapshot.issues).toEqual([]);
    expect(Object.hasOwn(snapshot.raw.wallet?.pendingLocks ?? {}, "__proto__")).toBe(true);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("that cannot be read are holds without an amount, and leave the sum unknown", () => {
    const snapshot = decode(
      '{"wallet":{"balance":6,"availableBalance":1,"totalLocked":5,"pendingLocks":{"a":1,"b":"n/a","c":null}}}',
    );
    expect(amountsOf(snapshot.balances[0]).holds).toEqual([
      { id: "a", amount: "1" },
      { id: "b" },
      { id: "c" },
    ]);
    expect(issuesOf(snapshot)).toEqual([
      "bad_number /wallet/pendingLocks/b",
      "null_field /wallet/pendingLocks/c",
    ]);
  });

  it("that are none contradict a locked sum", () => {
    const snapshot = decode(
      '{"wallet":{"balance":6,"availableBalance":1,"totalLocked":5,"pendingLocks":{}}}',
    );
    expect(issuesOf(snapshot)).toEqual(["inconsistent /wallet/totalLocked"]);
  });

  it("are not summed up where the locked sum is not stated", () => {
    const snapshot = decode('{"wallet":{"balance":6,"availableBalance":1,"pendingLocks":{"a":5}}}');
    expect(amountsOf(snapshot.balances[0])).toEqual({
      total: "6",
      available: "1",
      holds: [{ id: "a", amount: "5" }],
    });
    expect(snapshot.issues).toEqual([]);
  });

  it.each(["[5]", '"run_a"', "5", "true"])("that are no object are an issue and absent: %s", (locks) => {
    const snapshot = decode(`{"wallet":{"balance":6,"availableBalance":1,"pendingLocks":${locks}}}`);
    expect(amountsOf(snapshot.balances[0])).toEqual({ total: "6", available: "1" });
    expect(issuesOf(snapshot)).toEqual(["alternate_shape /wallet/pendingLocks"]);
  });

  it("are read by the ten thousand", () => {
    const locks = Array.from({ length: 10_000 }, (_, index) => `"run_${index}":0.0001`).join();
    const text = `{"wallet":{"balance":2,"availableBalance":1,"totalLocked":1,"pendingLocks":{${locks}}}}`;
    const snapshot = decode(text);
    expect(amountsOf(snapshot.balances[0]).holds).toHaveLength(10_000);
    expect(snapshot.issues).toEqual([]);
  });
});

describe("the shape", () => {
  it("prefers the wallet of the page to the others", () => {
    const snapshot = decode(
      '{"balance":1,"data":{"wallet":{"balance":2}},"wallet":{"balance":3,"availableBalance":3}}',
    );
    expect(amountsOf(snapshot.balances[0])).toEqual({ total: "3", available: "3" });
    expect(snapshot.issues).toEqual([]);
  });

  it.each([
    ["no amount at all", '{"wallet":{"userId":"did:privy:abc123","pendingLocks":{}}}'],
    ["amounts that cannot be read", '{"wallet":{"balance":"n/a","availableBalance":[]}}'],
    ["another shape", '{"data":{"balance":1}}'],
    ["nothing", "{}"],
    ["nesting without end", `{"wallet":${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
  ])("with %s is a bad response", (_title, text) => {
    expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response", vendor: "glyphrun" }));
  });

  it("without the two amounts that each document shows is an issue", () => {
    const snapshot = decode('{"wallet":{"totalLocked":1}}');
    expect(amountsOf(snapshot.balances[0])).toEqual({ held: "1" });
    expect(issuesOf(snapshot)).toEqual([
      "missing_field /wallet/balance",
      "missing_field /wallet/availableBalance",
    ]);
  });

  it("may hold one of the lifetime sums without the other", () => {
    const snapshot = decode('{"wallet":{"balance":1,"availableBalance":1,"totalSpent":3}}');
    expect(amountsOf(snapshot.balances[0]).lifetime).toEqual({ spent: "3" });
  });
});
