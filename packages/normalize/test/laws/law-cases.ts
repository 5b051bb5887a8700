import * as fc from "fast-check";
import type { BalanceSnapshot } from "../../src/index.ts";
import { LawCase, outcomeOf } from "./law-case.ts";
import { lawRuns } from "./law-runs.ts";
import type { VendorShape } from "./vendor-shape.ts";

type Law = (reply: LawCase) => void;

/** Generated replies of one vendor, drawn once and held against every law. */
export class LawCases {
  readonly shape: VendorShape;
  readonly replies: fc.Arbitrary<LawCase>;
  readonly #drawn: readonly LawCase[];
  readonly #runs: { readonly seed: number; readonly numRuns: number };

  constructor(shape: VendorShape) {
    this.shape = shape;
    this.replies = shape.reply.map((node) => new LawCase(shape, node));
    // Enough for a law that looks at those alone that give a snapshot.
    this.#runs = { seed: lawRuns.seed, numRuns: Math.ceil(lawRuns.numRuns * 1.4) };
    this.#drawn = fc.sample(this.replies, this.#runs);
  }

  /** Holds a law against every kind of reply. */
  hold(law: Law): void {
    this.#hold(law, () => true);
  }

  /** Holds a law against replies that give a snapshot of one amount at least, or of an empty list. */
  holdForSnapshots(law: (reply: LawCase, snapshot: BalanceSnapshot) => void): void {
    const lawOfSnapshot = (reply: LawCase): void => {
      const { snapshot } = outcomeOf(this.shape, reply.text);
      fc.pre(snapshot !== undefined);
      law(reply, snapshot);
    };
    this.#hold(lawOfSnapshot, ({ text }) => outcomeOf(this.shape, text).snapshot !== undefined);
  }

  #hold(law: Law, isWanted: (reply: LawCase) => boolean): void {
    const cases = this.#drawn.filter(isWanted).slice(0, lawRuns.numRuns);
    if (cases.length < lawRuns.numRuns) throw new Error(`${cases.length} cases are too few`);
    for (const reply of cases) {
      try {
        law(reply);
      } catch (error) {
        // The same replies again, so as to shrink the first that breaks the law.
        fc.assert(fc.property(this.replies, law), this.#runs);
        throw error;
      }
    }
  }
}
