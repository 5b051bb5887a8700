import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Asset } from "../../src/model/asset.ts";
import { balanceScopes, thresholdFields } from "../../src/use/threshold.ts";
import { amountFields, balanceKinds, type Balance, type BalanceSnapshot } from "../../src/model/balance.ts";
import { compareDecimal, parseDecimal, subtractDecimal, type Decimal } from "../../src/model/decimal.ts";
import { leftOf } from "../../src/use/left.ts";
import { sumBalances, type AssetSum } from "../../src/use/sum-balances.ts";
import { judge, type Verdict } from "../../src/use/verdict.ts";
import { fiat } from "../snapshots.ts";

const runs = { numRuns: 500 };
const unnamed: Asset = { kind: "unknown", id: "acme:unknown" };

const decimal = fc
  .tuple(fc.integer({ min: -500, max: 500 }), fc.constantFrom(0, -1, -2))
  .map(([units, power]) => parseDecimal(`${units}e${power}`) ?? "0");

const row: fc.Arbitrary<Balance> = fc
  .record({
    asset: fc.constantFrom(fiat("USD"), fiat("EUR"), unnamed),
    kind: fc.constantFrom("funds", ...balanceKinds),
    amounts: fc.dictionary(fc.constantFrom("total", "available", ...amountFields), decimal, { maxKeys: 3 }),
    more: fc.constantFrom<Partial<Balance>>(
      {},
      {},
      { scope: "key" },
      { scope: "project" },
      { pool: { id: "grant:0" } },
      { availableIncludesCredit: true },
      { unlimited: ["creditLimit"], availableIncludesCredit: true },
      { unlimited: ["quota.limit"] },
      { quota: { limit: "100", used: "70" } },
    ),
  })
  .map(({ asset, kind, amounts, more }) => Object.assign({ asset, kind, provenance: {} }, amounts, more));

const snapshot: fc.Arbitrary<BalanceSnapshot> = fc
  .record({
    account: fc.constantFrom(
      { ref: "a" },
      { ref: "b", id: "w1" },
      { ref: "c", id: "w1" },
      { ref: "d", id: "w2", scope: "team" as const },
      { ref: "e", scope: "key" as const },
    ),
    balances: fc.array(row, { maxLength: 4 }),
    stop: fc.constantFrom(
      {},
      {},
      {},
      { spendable: false },
      { spendable: true },
      { state: "active" },
      { state: "frozen" },
      { state: "word of a vendor" },
    ),
  })
  .map(({ account, balances, stop }) => {
    const said = {
      vendor: "acme",
      account,
      balances,
      fetchedAt: "2026-11-22T00:00:00.000Z",
      issues: [],
      raw: {},
    };
    return Object.assign({ schema: "balance/1" as const }, said, stop);
  });

const threshold = fc.record(
  {
    amount: decimal,
    asset: fc.constantFrom("USD", "iso4217:EUR", "acme:unknown", "nothing"),
    field: fc.constantFrom(...thresholdFields),
    pool: fc.constant("grant:0"),
    scope: fc.constantFrom(...balanceScopes),
  },
  { requiredKeys: ["amount"] },
);

/** From what asks for something to be done to what asks for nothing. */
const ranks: readonly Verdict[] = ["below", "refused", "unknown", "fine"];

/** The same account with less money on every balance. */
function withLess(given: BalanceSnapshot, amount: Decimal): BalanceSnapshot {
  const less = (field: "total" | "available", each: Balance): Partial<Balance> => {
    const stated = each[field];
    return stated === undefined ? {} : { [field]: subtractDecimal(stated, amount) };
  };
  return {
    ...given,
    balances: given.balances.map((each) => ({ ...each, ...less("total", each), ...less("available", each) })),
  };
}

function referencesOf(sums: readonly AssetSum[]): readonly string[] {
  return sums.flatMap(({ counted, leftOut }) => {
    return [...counted, ...leftOut].map(({ ref, index }) => `${ref} ${index}`);
  });
}

describe("the laws of a verdict", () => {
  it("13 for less money it is never better than for more", () => {
    const property = fc.property(snapshot, threshold, fc.nat(600), (given, wanted, units) => {
      const less = withLess(given, parseDecimal(String(units)) ?? "0");
      const before = ranks.indexOf(judge(given, wanted).verdict);
      expect(ranks.indexOf(judge(less, wanted).verdict)).toBeLessThanOrEqual(before);
    });
    fc.assert(property, runs);
  });

  it("14 for a greater threshold it is never better than for a smaller one", () => {
    const property = fc.property(snapshot, threshold, fc.nat(600), (given, wanted, units) => {
      const amount = subtractDecimal(wanted.amount, parseDecimal(`-${units}`) ?? "0");
      const greater = judge(given, { ...wanted, amount }).verdict;
      expect(ranks.indexOf(greater)).toBeLessThanOrEqual(ranks.indexOf(judge(given, wanted).verdict));
    });
    fc.assert(property, runs);
  });

  it("15 fine is only what is stated as enough by funds that are served, or by a cap that is named", () => {
    const property = fc.property(snapshot, threshold, (given, wanted) => {
      const { verdict, judged, reason } = judge(given, wanted);
      if (verdict !== "fine") return;
      expect(given.spendable).not.toBe(false);
      expect([undefined, "active"]).toContain(given.state);
      expect(judged.length).toBeGreaterThan(0);
      const rows = judged.map((index) => given.balances[index]);
      const kinds = new Set(rows.map((each) => each?.kind));
      expect(kinds).not.toContain("test");
      const isBare = wanted.scope === undefined && ["left", undefined].includes(wanted.field);
      expect([...kinds].filter((kind) => isBare && kind !== "funds")).toEqual([]);
      const amounts = rows.flatMap((each) => (each && amountThatCounts(each, wanted.field ?? "left")) ?? []);
      const less = amounts.filter((amount) => compareDecimal(amount, wanted.amount) < 0);
      expect(reason === "enough" ? less : []).toEqual([]);
    });
    fc.assert(property, runs);
  });
});

function amountThatCounts(balance: Balance, field: (typeof thresholdFields)[number]): Decimal | undefined {
  return field === "left" || field === "quota" ? leftOf(balance)?.amount : balance[field];
}

describe("the laws of a sum", () => {
  it("16 what is counted and what is left out is everything, once", () => {
    const property = fc.property(fc.array(snapshot, { maxLength: 4 }), (given) => {
      const all = given.flatMap(({ account, balances }) =>
        balances.map((_, index) => `${account.ref} ${index}`),
      );
      expect(referencesOf(sumBalances(given)).toSorted()).toEqual(all.toSorted());
    });
    fc.assert(property, runs);
  });

  it("17 one more account takes nothing away: what counted counts, and what was left out is for the same reason", () => {
    const property = fc.property(fc.array(snapshot, { maxLength: 3 }), snapshot, (given, more) => {
      const before = sumBalances(given);
      const after = sumBalances([...given, more]);
      for (const [index, sum] of before.entries()) {
        const later = after[index];
        expect(later?.asset).toEqual(sum.asset);
        expect(later?.counted.slice(0, sum.counted.length)).toEqual(sum.counted);
        expect(later?.leftOut.slice(0, sum.leftOut.length)).toEqual(sum.leftOut);
      }
    });
    fc.assert(property, runs);
  });

  it("18 only funds of the accounts themselves count, each account once", () => {
    const property = fc.property(fc.array(snapshot, { maxLength: 4 }), (given) => {
      const rows = new Map(given.flatMap((each) => each.balances.map((balance) => [balance, each] as const)));
      const sums = sumBalances(given);
      const counted = sums.reduce((count, sum) => count + sum.counted.length, 0);
      const countable = [...rows].filter(([balance, { account }]) => {
        const { scope = "account" } = account;
        const isOwn = scope !== "key" && (balance.scope ?? scope) === scope;
        const isFunds = balance.kind === "funds" && balance.pool === undefined && isOwn;
        return isFunds && leftOf(balance)?.amount !== undefined;
      });
      expect(counted).toBeLessThanOrEqual(countable.length);
      const ids = given.flatMap(({ account }) => account.id ?? []);
      const isEachOnce = new Set(ids).size === ids.length;
      expect(isEachOnce ? counted : countable.length).toBe(countable.length);
    });
    fc.assert(property, runs);
  });
});
