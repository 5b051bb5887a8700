import { Big } from "big.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Asset } from "../src/model/asset.ts";
import { amountFields, type BalanceSnapshot } from "../src/model/balance.ts";
import { convertBalances } from "../src/use/convert-balances.ts";
import {
  addDecimal,
  compareDecimal,
  parseDecimal,
  subtractDecimal,
  type Decimal,
} from "../src/model/decimal.ts";
import { isBelow } from "../src/use/is-below.ts";
import { sumBalances } from "../src/use/sum-balances.ts";
import { toMinorUnits } from "../src/model/to-minor-units.ts";
import { toScale, type RoundingMode } from "../src/model/to-scale.ts";
import { amount, cases } from "./arbitraries.ts";
import { balance, fiat, snapshot } from "./snapshots.ts";

const assets: readonly Asset[] = [
  fiat("USD"),
  fiat("EUR"),
  { kind: "credit", code: "BYC", id: "bytenite:BYC" },
  { kind: "unknown", code: "ZZZ", id: "acme:unknown:ZZZ" },
];
const field = fc.constantFrom(...amountFields.filter((name) => name !== "pending"));
const row = fc
  .tuple(
    fc.constantFrom(...assets),
    fc.record(
      { total: amount, available: amount, held: amount, due: amount, creditLimit: amount },
      { requiredKeys: [] },
    ),
  )
  .map(([asset, amounts]) => balance(asset, amounts));
const snapshots: fc.Arbitrary<readonly BalanceSnapshot[]> = fc
  .array(fc.array(row, { maxLength: 5 }), { maxLength: 5 })
  .map((accounts) => accounts.map((rows, index) => snapshot(`account ${index}`, ...rows)));

function total(amounts: readonly Decimal[]): string {
  const sum = amounts.reduce((left, right) => left.plus(right), new Big(0)).toFixed();
  return sum === "-0" ? "0" : sum;
}

function mirror(mode: RoundingMode): RoundingMode {
  if (mode === "ceiling") return "floor";
  return mode === "floor" ? "ceiling" : mode;
}

describe("sums", () => {
  it("agree with an independent library, asset by asset, and account for every balance once", () => {
    const property = fc.property(snapshots, field, (given, name) => {
      const rows = given.flatMap(({ balances }) => balances);
      const sums = sumBalances(given, name);
      expect(sums.map(({ asset }) => asset.id)).toEqual([...new Set(rows.map(({ asset }) => asset.id))]);
      for (const sum of sums) {
        const ofAsset = rows.filter(({ asset }) => asset.id === sum.asset.id);
        const stated = ofAsset.flatMap((each) => each[name] ?? []);
        expect(sum.amount).toBe(stated.length === 0 ? undefined : total(stated));
        expect(sum.counted).toHaveLength(stated.length);
        expect(sum.leftOut.map(({ reason }) => reason)).toEqual(
          Array.from({ length: ofAsset.length - stated.length }, () => "not_stated"),
        );
      }
    });
    fc.assert(property, cases);
  });

  it("do not depend on the order of the snapshots", () => {
    const property = fc.property(snapshots, field, (given, name) => {
      const amounts = (order: readonly BalanceSnapshot[]): Record<string, Decimal | undefined> =>
        Object.fromEntries(sumBalances(order, name).map((sum) => [sum.asset.id, sum.amount]));
      expect(amounts(given.toReversed())).toEqual(amounts(given));
    });
    fc.assert(property, cases);
  });
});

describe("conversions", () => {
  const positive = amount.filter((rate) => compareDecimal(rate, "0") > 0);

  it("agree with an independent library, and put every balance in exactly one list", () => {
    const property = fc.property(snapshots, field, positive, (given, name, rate) => {
      const rates = [
        { from: "bytenite:BYC", to: "iso4217:USD", rate, asOf: "2026-11-22T00:00:00Z", source: "a test" },
      ];
      const {
        total: sum,
        converted,
        unconverted,
      } = convertBalances(given, name, { to: "iso4217:USD", rates });
      const places = [...converted, ...unconverted].map(({ ref, index }) => `${ref}/${index}`);
      const rows = given.flatMap(({ account, balances }) =>
        balances.map((_, index) => `${account.ref}/${index}`),
      );
      expect(places.toSorted()).toEqual(rows.toSorted());
      for (const each of converted) {
        const factor = each.asset.id === "iso4217:USD" ? "1" : rate;
        expect(each.converted).toBe(total([new Big(each.amount).times(factor).toFixed() as Decimal]));
      }
      expect(sum).toBe(converted.length === 0 ? undefined : total(converted.map((each) => each.converted)));
    });
    fc.assert(property, cases);
  });
});

describe("thresholds", () => {
  it("are answered by the order of the numbers, and never for an amount that is not stated", () => {
    const property = fc.property(row, field, amount, (given, name, limit) => {
      const stated = given[name];
      const answer = isBelow(snapshot("a", given), { asset: given.asset.id, field: name, amount: limit });
      expect(answer).toBe(stated === undefined ? "unknown" : new Big(stated).lt(limit));
    });
    fc.assert(property, cases);
  });
});

describe("rounding", () => {
  const scale = fc.integer({ min: -45, max: 45 });
  const oracleModes = { down: 0, "half-up": 1, "half-even": 2, up: 3 } as const;
  const mode = fc.constantFrom<RoundingMode>(
    "up",
    "down",
    "ceiling",
    "floor",
    "half-up",
    "half-down",
    "half-even",
  );

  it("agrees with an independent library in the four modes that it has", () => {
    const modes = fc.constantFrom("down", "half-up", "half-even", "up");
    const property = fc.property(amount, scale, modes, (value, digits, name) => {
      expect(toScale(value, digits, name)).toBe(
        total([new Big(value).round(digits, oracleModes[name]).toFixed() as Decimal]),
      );
    });
    fc.assert(property, { ...cases, numRuns: 4_000 });
  });

  it("moves an amount by less than one step, never past it, and not again the second time", () => {
    const property = fc.property(amount, scale, mode, (value, digits, name) => {
      const rounded = toScale(value, digits, name);
      const step = parseDecimal(`1e${-digits}`) ?? "0";
      const moved = subtractDecimal(rounded, value);
      const size = moved.startsWith("-") ? subtractDecimal("0", moved) : moved;
      expect(compareDecimal(size, step)).toBe(-1);
      expect(toScale(rounded, digits, name)).toBe(rounded);
    });
    fc.assert(property, { ...cases, numRuns: 4_000 });
  });

  it("keeps to the side that its mode names, and to the nearest step in the halves", () => {
    const property = fc.property(amount, scale, (value, digits) => {
      expect(compareDecimal(toScale(value, digits, "floor"), value)).not.toBe(1);
      expect(compareDecimal(toScale(value, digits, "ceiling"), value)).not.toBe(-1);
      for (const name of ["half-up", "half-down", "half-even"] as const) {
        const moved = subtractDecimal(toScale(value, digits, name), value);
        const size = moved.startsWith("-") ? subtractDecimal("0", moved) : moved;
        expect(compareDecimal(addDecimal(size, size), parseDecimal(`1e${-digits}`) ?? "0")).not.toBe(1);
      }
    });
    fc.assert(property, { ...cases, numRuns: 4_000 });
  });

  it("mirrors: rounding the negative is the negative of rounding, with ceiling and floor exchanged", () => {
    const property = fc.property(amount, scale, mode, (value, digits, name) => {
      const negative = subtractDecimal("0", value);
      expect(toScale(negative, digits, mirror(name))).toBe(
        subtractDecimal("0", toScale(value, digits, name)),
      );
    });
    fc.assert(property, cases);
  });

  it("leaves what minor units hold exactly", () => {
    const property = fc.property(amount, fc.nat({ max: 45 }), mode, (value, exponent, name) => {
      const rounded = toScale(value, exponent, name);
      const units = toMinorUnits(rounded, exponent);
      expect(parseDecimal(`${units}e-${exponent}`)).toBe(rounded);
    });
    fc.assert(property, cases);
  });
});
