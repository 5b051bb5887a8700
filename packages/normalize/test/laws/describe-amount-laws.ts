import { Big } from "big.js";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { outcomeOf, snapshotOf, type LawCase } from "./law-case.ts";
import { lawRuns } from "./law-runs.ts";
import { reportedOf } from "./reported-of.ts";
import { snapshotAmounts } from "./snapshot-amounts.ts";

const canonical = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

/** What holds of the amounts of a snapshot and of the reply they stand in. */
export function describeAmountLaws(replies: fc.Arbitrary<LawCase>): void {
  it("2 no invention: every reported amount is the number at its path, in canonical form", () => {
    const property = fc.property(replies, (reply) => {
      const reported = reportedOf(snapshotOf(reply.shape, reply.text));
      const stated = reported.map(([path]) => [path, reply.expected?.reported.get(path)]);
      expect(reported).toEqual(stated);
    });
    fc.assert(property, lawRuns);
  });

  it("3 no loss: every documented amount that is a number appears, and a reply without any is refused", () => {
    const property = fc.property(replies, (reply) => {
      const { snapshot, error } = outcomeOf(reply.shape, reply.text);
      const paths = snapshot && reportedOf(snapshot).map(([path]) => path);
      expect(paths?.toSorted()).toEqual(reply.expected && [...reply.expected.reported.keys()].toSorted());
      expect(error === undefined).toBe(snapshot !== undefined);
    });
    fc.assert(property, lawRuns);
  });

  it("5 canonical form: an amount is written in one way, so equal amounts are equal strings", () => {
    const property = fc.property(replies, (reply) => {
      const amounts = snapshotAmounts(snapshotOf(reply.shape, reply.text));
      const values = amounts.map(({ value }) => String(value));
      const sizes = values.map((value) => new Big(value));
      expect(values.filter((value) => !canonical.test(value) || value === "-0")).toEqual([]);
      expect(sizes.map((size) => size.toFixed())).toEqual(values);
      expect(values.map((value) => values.indexOf(value))).toEqual(
        sizes.map((size) => sizes.findIndex((other) => other.eq(size))),
      );
    });
    fc.assert(property, lawRuns);
  });

  it("6 derived amounts recompute, and are there exactly when their inputs are", () => {
    const property = fc.property(replies, (reply) => {
      const snapshot = snapshotOf(reply.shape, reply.text);
      const derived = snapshotAmounts(snapshot).filter(({ provenance }) => provenance?.kind === "derived");
      expect(derived.map(({ field }) => field)).toEqual(reply.expected?.derived);
      const recomputed = derived.map(({ row }) => {
        const { total = "", available = "" } = snapshot.balances[row] ?? {};
        const from = ["/total", "/available"];
        return {
          value: new Big(total).minus(available).toFixed(),
          provenance: { kind: "derived", formula: "total - available", from },
        };
      });
      expect(derived.map(({ value, provenance }) => ({ value, provenance }))).toEqual(recomputed);
    });
    fc.assert(property, lawRuns);
  });

  it("9 there are as many balances as rows, and an asset that comes again is flagged", () => {
    const property = fc.property(replies, (reply) => {
      const { balances, issues } = snapshotOf(reply.shape, reply.text);
      expect(balances.length).toBe(reply.expected?.rows);
      const repeats = balances.length - new Set(balances.map(({ asset }) => asset.id)).size;
      expect(issues.filter(({ code }) => code === "duplicate_asset").length).toBe(repeats);
    });
    fc.assert(property, lawRuns);
  });
}
