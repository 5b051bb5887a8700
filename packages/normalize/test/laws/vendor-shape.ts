import type * as fc from "fast-check";
import type { ReferenceAmount } from "../../fuzz/reference-amount.ts";
import { referenceAmount, type ReferenceCounting } from "../../fuzz/reference-amount.ts";
import type { ReferenceValue } from "../../fuzz/reference-json.ts";
import { placesOf, valueAt } from "../../fuzz/reference-places.ts";
import type { BalanceSnapshot, DecodeOptions, VendorReply } from "../../src/index.ts";
import type { JsonNode } from "./json-node.ts";

/** What the laws have to know of a vendor, written down from its documents and not from its decoder. */
export interface VendorShape {
  readonly vendor: string;
  readonly decode: (reply: VendorReply, options?: DecodeOptions) => BalanceSnapshot;
  /** Replies in the documented shape with odd values mixed in. */
  readonly reply: fc.Arbitrary<JsonNode>;
  /** What has to come out; undefined when the reply has to be refused. */
  readonly expect: (root: ReferenceValue) => ExpectedBalances | undefined;
  /** Whether the members of the object at this JSON Pointer are entries, so that one more is a fact and not noise. */
  readonly holdsEntries?: (path: string) => boolean;
  /** JSON Pointer to the array whose elements are the rows, for a vendor that lists them. */
  readonly rowsAt?: string;
  /** Whether a row takes its amounts from several lists, so that turning them turns no order of rows. */
  readonly groupsRows?: boolean;
  /** The operations of its description that answer no balance, such as the exchange of a key. */
  readonly otherCalls?: readonly string[];
  /** True for a vendor whose one array lists the parts of rows. */
  readonly listsParts?: true;
}

export interface ExpectedBalances {
  readonly rows: number;
  /** Every amount by its place in the reply. */
  readonly reported: ReadonlyMap<string, ExpectedAmount>;
  /** How many amounts are computed from others, by field. */
  readonly derived: readonly string[];
}

export interface ExpectedAmount extends ReferenceAmount {
  /** Row and field, such as `0 total`; an index inside the row is a `*`. Of two fields with `and`: `0 total and available`. */
  readonly field: string;
}

/** The amounts at the places that a pattern leads to, as one field of one row, counted as the vendor counts. */
export function amountsAt(
  root: ReferenceValue,
  pattern: string,
  field: string,
  counting: ReferenceCounting = {},
): readonly (readonly [path: string, amount: ExpectedAmount])[] {
  return placesOf(root, pattern).flatMap((path) => {
    const amount = referenceAmount(valueAt(root, path), counting);
    return amount === undefined ? [] : [[path, { ...amount, field }] as const];
  });
}
