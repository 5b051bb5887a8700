import type { Asset } from "./asset.ts";
import type { Balance, Derived, Part, Reported } from "./balance.ts";
import { sumOfStated, type Decimal } from "./decimal.ts";
import type { ReportedAmount } from "./reply-node.ts";

/** Collects one balance and the provenance of each amount on it. */
export class BalanceRow {
  readonly #provenance: Record<string, Reported | Derived> = {};

  /** Takes an amount as reported and notes where it stands in this balance. */
  reported(pointer: string, amount: ReportedAmount | undefined): Decimal | undefined {
    if (amount !== undefined) this.#provenance[pointer] = amount.provenance;
    return amount?.value;
  }

  /** Notes an amount that was computed from others of this balance. */
  derived(pointer: string, formula: string, from: readonly string[], value: Decimal): Decimal {
    this.#provenance[pointer] = { kind: "derived", formula, from };
    return value;
  }

  /** Adds up parts of this balance; undefined when there is none or one states no amount. */
  sumOfParts(pointer: string, parts: readonly Part[]): Decimal | undefined {
    const from = parts.map((_, index) => `/parts/${index}/amount`);
    const sum = parts.length === 0 ? undefined : sumOfStated(parts.map(({ amount }) => amount));
    return sum === undefined ? undefined : this.derived(pointer, "sum(parts.amount)", from, sum);
  }

  /** Adds up numbers of the reply that have no field of their own; undefined when there is none or one is not stated. */
  sumOfInputs(pointer: string, amounts: readonly (ReportedAmount | undefined)[]): Decimal | undefined {
    const sum = amounts.length === 0 ? undefined : sumOfStated(amounts.map((amount) => amount?.value));
    if (sum === undefined) return undefined;
    const inputs = amounts.flatMap((amount) => (amount === undefined ? [] : [amount.provenance]));
    this.#provenance[pointer] = { kind: "derived", formula: "sum(inputs)", from: [], inputs };
    return sum;
  }

  get holdsAmounts(): boolean {
    return Object.keys(this.#provenance).length > 0;
  }

  finish(asset: Asset, fields: Partial<AbsentAsUndefined<Omit<Balance, "asset" | "provenance">>>): Balance {
    return { asset, ...withoutAbsent(fields), provenance: this.#provenance };
  }
}

type AbsentAsUndefined<Fields> = { [Field in keyof Fields]: Fields[Field] | undefined };

/** Drops the members that are undefined, so that absent stays absent in JSON and in memory alike. */
export function withoutAbsent<Fields extends object>(
  fields: Fields,
): { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> } {
  const present: { [Field in keyof Fields]?: Fields[Field] } = {};
  for (const field in fields) if (fields[field] !== undefined) present[field] = fields[field];
  // The check above is not seen by the type of the whole.
  return present as { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> };
}
