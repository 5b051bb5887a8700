import { Big } from "big.js";
import { expect, it } from "vitest";
import { outcomeOf } from "./law-case.ts";
import type { LawCases } from "./law-cases.ts";
import { recompute } from "./recompute.ts";
import { reportedOf } from "./reported-of.ts";
import { snapshotAmounts } from "./snapshot-amounts.ts";

const canonical = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

/** What holds of the amounts of a snapshot and of the reply they stand in. */
export function describeAmountLaws(cases: LawCases): void {
  it("2 no invention: every reported amount is the number at its path, in canonical form", () => {
    cases.holdForSnapshots((reply, snapshot) => {
      const reported = reportedOf(snapshot);
      const stated = reported.map(([path]) => [path, reply.expected?.reported.get(path)]);
      expect(reported).toEqual(stated);
    });
  });

  it("3 no loss: every documented amount that is a number appears, and a reply without any is refused", () => {
    cases.hold((reply) => {
      const { snapshot, error } = outcomeOf(reply.shape, reply.text);
      const paths = snapshot && reportedOf(snapshot).map(([path]) => path);
      expect(paths?.toSorted()).toEqual(reply.expected && [...reply.expected.reported.keys()].toSorted());
      expect(error === undefined).toBe(snapshot !== undefined);
    });
  });

  it("5 canonical form: an amount is written in one way, so equal amounts are equal strings", () => {
    cases.holdForSnapshots((_reply, snapshot) => {
      const amounts = snapshotAmounts(snapshot);
      const values = amounts.map(({ value }) => String(value));
      const sizes = values.map((value) => new Big(value));
      expect(values.filter((value) => !canonical.test(value) || value === "-0")).toEqual([]);
      expect(sizes.map((size) => size.toFixed())).toEqual(values);
      expect(values.map((value) => values.indexOf(value))).toEqual(
        sizes.map((size) => sizes.findIndex((other) => other.eq(size))),
      );
    });
  });

  it("6 derived amounts recompute, and are there exactly when their inputs are", () => {
    cases.holdForSnapshots((reply, snapshot) => {
      const derived = snapshotAmounts(snapshot).filter(({ provenance }) => provenance?.kind === "derived");
      expect(derived.map(({ field }) => field)).toEqual(reply.expected?.derived);
      const recomputed = derived.map((amount) => recompute(amount, snapshot));
      expect(derived.map(({ value }) => value)).toEqual(recomputed);
    });
  });

  it("9 there are as many balances as rows, and an asset that comes again is flagged", () => {
    cases.holdForSnapshots((reply, snapshot) => {
      const { balances, issues } = snapshot;
      expect(balances.length).toBe(reply.expected?.rows);
      const identities = balances.map(({ asset, pool }) => `${asset.id} ${pool?.id ?? ""}`);
      const repeats = balances.length - new Set(identities).size;
      expect(issues.filter(({ code }) => code === "duplicate_asset").length).toBe(repeats);
    });
  });
}
