import type { Asset } from "./asset.ts";
import type { AmountField, BalanceKind } from "./balance.ts";

/** A field of a snapshot that one vendor may fill and another not. Fields of a list's entries stand behind a dot. */
export type CapabilityField =
  | AmountField
  | "availableIncludesCredit"
  | "pendingDirection"
  | "asOf"
  | "assetFrom"
  | "pool"
  | "unlimited"
  | "quota.limit"
  | "quota.used"
  | "quota.resetsAt"
  | "quota.every"
  | "holds.amount"
  | "parts.amount"
  | "lifetime.deposited"
  | "lifetime.spent"
  | "equivalents.rate"
  | "equivalents.total"
  | "equivalents.available"
  | "equivalents.parts.amount"
  | "account.id"
  | "account.owner"
  | "account.address"
  | "account.name"
  | "account.scope"
  | "state"
  | "spendable";

/** Where a field comes from. */
export type Capability =
  /** JSON Pointers into the reply; `*` stands for any element or member. A number at any of them appears. */
  | {
      readonly reportedAt: readonly [string, ...string[]];
      /** As in the provenance; `currency` where it is the currency's number of decimals. */
      readonly scale?: number | "currency";
      /** As in the provenance; a list where it holds at some of the places alone. */
      readonly negated?: true | readonly string[];
    }
  /** Computed here: a formula as in the provenance, over fields of the same balance, read from left to right. */
  | { readonly derivedBy: string }
  /** No reply says it, the vendor's documents do: the address of the page. */
  | { readonly documentedAt: string }
  /** No reply says it, the request does: the option of the account that names it. */
  | { readonly requestedAs: string };

/** What a vendor's replies can fill, for tables, for types of screens, and for the conformance suite to hold it to. */
export interface VendorCapabilities {
  /** What the balances are of which something can be left: funds alone where it is absent. */
  readonly left?: readonly [BalanceKind, ...BalanceKind[]];
  /** All assets that a balance can be of. Absent: those that a reply names. */
  readonly assets?: readonly [Asset, ...Asset[]];
  /** A list of the reply that, where it is empty, means that nothing is left, and the page that says so. */
  readonly nothingLeft?: { readonly at: string; readonly documentedAt: string };
  /** A field that is not listed never appears. */
  readonly fields: { readonly [Field in CapabilityField]?: Capability };
  /** The numbers of a reply that are no amount of the snapshot, each with the reason, by JSON Pointer as above. */
  readonly leftOut: Readonly<Record<string, string>>;
}
