import type { Balance, BalanceSnapshot, Provenance } from "../model/balance.ts";

/** An amount of a snapshot, found by walking the balance and not by its provenance. */
export interface PlacedAmount {
  /** Which balance, from 0. */
  readonly row: number;
  /** JSON Pointer inside the balance. */
  readonly pointer: string;
  /** As in a capability table: `holds.amount`. */
  readonly field: string;
  readonly value: unknown;
  readonly provenance: Provenance | undefined;
}

// All else in a balance is a name, a time or a flag.
const noAmounts: ReadonlySet<string> = new Set([
  "asset",
  "provenance",
  "asOf",
  "availableIncludesCredit",
  "pendingDirection",
  "assetFrom",
  "pool",
  "unlimited",
  "id",
  "kind",
  "scope",
  "name",
  "expiresAt",
  "resetsAt",
  "every",
]);

export function amountsOf({ balances }: BalanceSnapshot): readonly PlacedAmount[] {
  return balances.flatMap((balance, row) =>
    leavesOf(balance, "").map(([pointer, value]) => ({
      row,
      pointer,
      field: pointer.slice(1).replaceAll(/\/\d+/g, "").replaceAll("/", "."),
      value,
      provenance: provenanceOf(balance, pointer),
    })),
  );
}

function provenanceOf(balance: Balance | undefined, pointer: string): Provenance | undefined {
  const { provenance = {} } = balance ?? {};
  return Object.hasOwn(provenance, pointer) ? provenance[pointer] : undefined;
}

/** The places in the reply that an amount comes from: one, or, when it is derived, those of its inputs. */
export function sourcesOf(amount: PlacedAmount, snapshot: BalanceSnapshot): readonly string[] {
  const { provenance, row } = amount;
  if (provenance === undefined || provenance.kind === "documented") return [];
  if (provenance.kind === "reported") return [provenance.path];
  const inputs = provenance.inputs ?? [];
  const fields = provenance.from.flatMap((pointer) => {
    const source = provenanceOf(snapshot.balances[row], pointer);
    return source?.kind === "reported" ? [source] : [];
  });
  return [...fields, ...inputs].map(({ path }) => path);
}

function leavesOf(value: unknown, pointer: string): readonly (readonly [pointer: string, value: unknown])[] {
  if (typeof value !== "object" || value === null) return [[pointer, value]];
  return Object.entries(value).flatMap(([key, member]) => {
    return noAmounts.has(key) ? [] : leavesOf(member, `${pointer}/${key}`);
  });
}
