import assert from "node:assert/strict";
import type { PackedPackage } from "../pack-packages.ts";

/** What examples are run in. */
export interface Surroundings {
  /** A folder for their copies. */
  readonly folder: string;
  readonly packages: readonly PackedPackage[];
  /** The mocks of Telnyx and Flexprice. */
  readonly urls: Readonly<Record<"telnyx" | "flexprice", string>>;
}

/** Tries an example and says in a line what it did; rejects when it did something else. */
export type Example = (surroundings: Surroundings) => Promise<string>;

/** Fails, naming the example, unless what it printed or answered is as expected. */
export function expectIn(example: string, found: unknown, expected: unknown): void {
  assert.deepEqual(found, expected, `examples/${example}`);
}
