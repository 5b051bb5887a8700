import type { Asset } from "../model/asset.ts";
import type { Balance, Derived, Provenance } from "../model/balance.ts";
import type { Decimal } from "../model/decimal.ts";
import type { ReportedAmount } from "./reply-node.ts";

/** Collects one balance and the provenance of each amount on it. */
export class BalanceRow {
  readonly #provenance: Record<string, Provenance> = {};

  /** Takes an amount as reported and notes where it stands in this balance. */
  reported(pointer: string, amount: ReportedAmount | undefined): Decimal | undefined {
    if (amount !== undefined) this.#provenance[pointer] = amount.provenance;
    return amount?.value;
  }

  /** Notes an amount that was computed from others of this balance, or from numbers that have no field of their own. */
  derived(
    pointer: string,
    formula: string,
    from: readonly string[],
    value: Decimal,
    more?: Pick<Derived, "inputs">,
  ): Decimal {
    this.#provenance[pointer] = { kind: "derived", formula, from, ...more };
    return value;
  }

  /** Notes an amount that the vendor's documents say a reply like this one means, though it states no number. */
  documented(pointer: string, path: string, documentedAt: string, value: Decimal): Decimal {
    this.#provenance[pointer] = { kind: "documented", path, documentedAt };
    return value;
  }

  get holdsAmounts(): boolean {
    return Object.keys(this.#provenance).length > 0;
  }

  /** The balance: funds, unless `kind` says otherwise. */
  finish(asset: Asset, fields: Partial<AbsentAsUndefined<Omit<Balance, "asset" | "provenance">>>): Balance {
    const { kind = "funds", ...others } = fields;
    return { asset, kind, ...withoutAbsent(others), provenance: this.#provenance };
  }
}

type AbsentAsUndefined<Fields> = { [Field in keyof Fields]: Fields[Field] | undefined };

/** Drops the members that are undefined, so that absent stays absent in JSON and in memory alike. */
export function withoutAbsent<Fields extends object>(
  fields: Fields,
): { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> } {
  const present: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) present[field] = value;
  // Object.entries forgets the types of the members, which are unchanged.
  return present as { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> };
}
