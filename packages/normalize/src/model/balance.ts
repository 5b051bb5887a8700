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

/** What a row counts: money, or something that only bounds what may be used. */
export type BalanceKind =
  /** Money, or the vendor's own credits, on the vendor's books. */
  | "funds"
  /** A cap or a quota: how much may be used. It holds no money, and is never added to funds. */
  | "allowance"
  /** Funds of a sandbox or a test mode. They pay for nothing. */
  | "test";

/** All of them. */
export const balanceKinds: readonly BalanceKind[] = ["funds", "allowance", "test"];

/** Whose figures they are. A key, a project or a team is a part of an account. */
export type BalanceScope = "account" | "project" | "team" | "key";

/** An amount as the vendor wrote it. */
export interface Reported {
  readonly kind: "reported";
  /** JSON Pointer into the reply. */
  readonly path: string;
  /** The vendor's literal. */
  readonly text: string;
  /** `source`: read from the reply's text. `float64`: handed in as a number that may have lost digits. */
  readonly precision: "source" | "float64";
  /** The amount is the number times ten to this power: -2 where the vendor counts cents. Absent: no scaling. */
  readonly scale?: number;
  /** The amount is the number with its sign turned: the vendor counts what the holder owes. */
  readonly negated?: true;
}

/** An amount computed here, exactly. */
export interface Derived {
  readonly kind: "derived";
  /** Fields joined by `+`, `-` or `x`, or `sum(field)` over a list. */
  readonly formula: string;
  /** JSON Pointers inside the balance. */
  readonly from: readonly string[];
  /** Numbers of the reply that have no field of their own: the list that `sum(inputs)` adds up. */
  readonly inputs?: readonly Reported[];
}

/** An amount that no reply states in digits, and that the vendor's documents say this reply means. */
export interface Documented {
  readonly kind: "documented";
  /** JSON Pointer to what the documents speak of, such as a list that is empty. */
  readonly path: string;
  /** The address of the page. */
  readonly documentedAt: string;
}

/** Where an amount comes from. */
export type Provenance = Reported | Derived | Documented;

/**
 * What one account holds of one asset. Positive: the vendor owes the holder. An absent amount is one
 * the vendor did not state; it is not zero.
 */
export interface Balance {
  readonly asset: Asset;
  readonly kind: BalanceKind;
  /** Whose it is, where that differs from the account's `scope`. */
  readonly scope?: BalanceScope;
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
  /** How the asset is known. Absent: the reply names it. */
  readonly assetFrom?: "host" | "docs" | "option";
  /** Funds of this asset for one purpose or from one grant, apart from the main row's. Absent: the main row. */
  readonly pool?: Pool;
  /** An allowance that starts anew; it is no money on the vendor's books. */
  readonly quota?: Quota;
  /** The bounds of which the vendor says that there is none. */
  readonly unlimited?: readonly ("creditLimit" | "quota.limit")[];
  /** What `held` consists of, by the vendor's ids. */
  readonly holds?: readonly { readonly id: string; readonly amount?: Decimal }[];
  /** A split of this row by where the funds came from. It need not add up to the total. */
  readonly parts?: readonly Part[];
  /** Sums over the account's whole life. */
  readonly lifetime?: { readonly deposited?: Decimal; readonly spent?: Decimal };
  /** The SAME funds in another unit: never add them to this row. */
  readonly equivalents?: readonly Equivalent[];
  /** One entry for every amount present; keys are JSON Pointers inside this balance. */
  readonly provenance: Readonly<Record<string, Provenance>>;
}

/** A share of a balance. */
export interface Part {
  readonly kind: "granted" | "purchased" | "other";
  readonly amount?: Decimal;
  /** The vendor's id of the grant or the purchase. */
  readonly id?: string;
  readonly name?: string;
  /** RFC 3339 UTC. Absent: the vendor names no end. */
  readonly expiresAt?: string;
}

/** Money that may not be spent as freely as the main row's. With the asset's id it tells rows apart. */
export interface Pool {
  /** Unique among the rows of this asset in this snapshot. */
  readonly id: string;
  readonly kind?: "grant" | "purpose";
  readonly name?: string;
  /** RFC 3339 UTC. */
  readonly expiresAt?: string;
  /** The vendor's word for what alone it pays for. */
  readonly restrictedTo?: string;
}

/** How much may be used in a period, and how much was. */
export interface Quota {
  readonly limit?: Decimal;
  readonly used?: Decimal;
  /** RFC 3339 UTC: when `used` falls back to zero. */
  readonly resetsAt?: string;
  /** The vendor's word for the period, such as `monthly`. */
  readonly every?: string;
}

/** The funds of a balance in another unit. */
export interface Equivalent {
  readonly asset: Asset;
  /** Price of one unit of this asset in the balance's own. */
  readonly rate?: Decimal;
  readonly total?: Decimal;
  readonly available?: Decimal;
  /** Where the funds came from, counted in this asset. */
  readonly parts?: readonly Part[];
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
    /** Whose figures these are. Absent: the account's. */
    readonly scope?: BalanceScope;
  };
  /** Absent: the vendor has no such notion or did not say. */
  readonly state?: "active" | "frozen" | "closed" | (string & {});
  /** The vendor's own word whether calls will be served. Absent: it does not say; it is never computed here. */
  readonly spendable?: boolean;
  /** In the vendor's order. Empty: the vendor lists nothing. */
  readonly balances: readonly Balance[];
  /** RFC 3339 UTC, the caller's clock. */
  readonly fetchedAt: string;
  /** What is odd about the reply: recorded, never repaired, never thrown. */
  readonly issues: readonly Issue[];
  /** What `JSON.parse` makes of the reply: lossy by nature, for look-ups. */
  readonly raw: Raw;
}
