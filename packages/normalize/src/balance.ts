import type { Asset } from "./asset.ts";
import type { Decimal } from "./decimal.ts";
import type { Issue } from "./issue.ts";

/** The amounts that stand directly on a balance. */
export type AmountField = "total" | "available" | "held" | "pending" | "due" | "creditLimit";

/** All of them. */
export const amountFields: readonly AmountField[] = [
  "total",
  "available",
  "held",
  "pending",
  "due",
  "creditLimit",
];

/** An amount as the vendor wrote it. */
export interface Reported {
  readonly kind: "reported";
  /** JSON Pointer into the reply. */
  readonly path: string;
  /** The vendor's literal. */
  readonly text: string;
  /** `source`: read from the reply's text. `float64`: handed in as a number that may have lost digits. */
  readonly precision: "source" | "float64";
}

/** An amount computed here, exactly. */
export interface Derived {
  readonly kind: "derived";
  readonly formula: string;
  /** JSON Pointers inside the balance. */
  readonly from: readonly string[];
}

/**
 * What one account holds of one asset. Positive: the vendor owes the holder. An absent amount is one
 * the vendor did not state; it is not zero.
 */
export interface Balance {
  readonly asset: Asset;
  /** Own money on the vendor's books, held included, credit excluded. May be negative. */
  readonly total?: Decimal;
  /** What the vendor says can be spent now. May be negative. */
  readonly available?: Decimal;
  /** The part of `total` that is reserved. */
  readonly held?: Decimal;
  /** Not booked yet; see `pendingDirection`. */
  readonly pending?: Decimal;
  /** Owed by the holder, positive; not part of `total`. */
  readonly due?: Decimal;
  /** Size of the credit line, zero or more. */
  readonly creditLimit?: Decimal;
  /** Whether `available` holds the credit line. Absent: the vendor does not say. */
  readonly availableIncludesCredit?: boolean;
  /** Absent: the vendor does not say. */
  readonly pendingDirection?: "in" | "out";
  /** When the vendor computed the amounts (`record`) or answered (`response`), in RFC 3339 UTC. */
  readonly asOf?: {
    readonly at: string;
    readonly source: "record" | "response";
    /** The amounts it speaks of. Absent: all. */
    readonly fields?: readonly AmountField[];
  };
  /** What `held` consists of, by the vendor's ids. */
  readonly holds?: readonly { readonly id: string; readonly amount?: Decimal }[];
  /** A split of this row by where the funds came from. It need not add up to the total. */
  readonly parts?: readonly { readonly kind: "granted" | "purchased" | "other"; readonly amount?: Decimal }[];
  /** Sums over the account's whole life. */
  readonly lifetime?: { readonly deposited?: Decimal; readonly spent?: Decimal };
  /** The SAME funds in another unit: never add them to this row. */
  readonly equivalents?: readonly Equivalent[];
  /** One entry for every amount present; keys are JSON Pointers inside this balance. */
  readonly provenance: Readonly<Record<string, Reported | Derived>>;
}

/** The funds of a balance in another unit. */
export interface Equivalent {
  readonly asset: Asset;
  /** Price of one unit of this asset in the balance's own. */
  readonly rate?: Decimal;
  readonly total?: Decimal;
  readonly available?: Decimal;
  /** Where the funds came from, counted in this asset. */
  readonly parts?: readonly { readonly kind: "granted" | "purchased" | "other"; readonly amount?: Decimal }[];
}

/** What one vendor said about one account at one moment. */
export interface BalanceSnapshot<Vendor extends string = string, Raw = unknown> {
  readonly schema: "balance/1";
  readonly vendor: Vendor;
  readonly account: {
    /** The caller's label; the vendor's name when none was given. */
    readonly ref: string;
    /** The vendor's id of the account or wallet. */
    readonly id?: string;
    readonly owner?: string;
    readonly address?: string;
    readonly name?: string;
  };
  /** Absent: the vendor has no such notion or did not say. */
  readonly state?: "active" | "frozen" | "closed" | (string & {});
  /** In the vendor's order. Empty: the vendor lists nothing. */
  readonly balances: readonly Balance[];
  /** RFC 3339 UTC, the caller's clock. */
  readonly fetchedAt: string;
  /** What is odd about the reply: recorded, never repaired, never thrown. */
  readonly issues: readonly Issue[];
  /** What `JSON.parse` makes of the reply: lossy by nature, for look-ups. */
  readonly raw: Raw;
}
