import type { BalanceSnapshot, Provenance } from "../../src/index.ts";

/** One amount of a snapshot, found by walking it and not by its provenance. */
export interface SnapshotAmount {
  readonly row: number;
  /** JSON Pointer inside the balance. */
  readonly pointer: string;
  /** Row and field, such as `0 total`; an index inside the row is a `*`. */
  readonly field: string;
  readonly value: unknown;
  readonly provenance: Provenance | undefined;
}

// What else stands in a balance: names, times and flags.
const noAmounts = new Set([
  "asset",
  "provenance",
  "asOf",
  "id",
  "kind",
  "scope",
  "availableIncludesCredit",
  "pendingDirection",
  "assetFrom",
  "pool",
  "unlimited",
  "name",
  "expiresAt",
  "resetsAt",
  "every",
]);

export function snapshotAmounts({ balances }: BalanceSnapshot): readonly SnapshotAmount[] {
  return balances.flatMap((balance, row) =>
    leaves(balance, "").map(([pointer, value]) => ({
      row,
      pointer,
      field: `${row} ${pointer.slice(1).replaceAll(/\/\d+/g, "/*")}`,
      value,
      provenance: balance.provenance[pointer],
    })),
  );
}

function leaves(value: unknown, pointer: string): readonly (readonly [pointer: string, value: unknown])[] {
  if (typeof value !== "object" || value === null) return [[pointer, value]];
  return Object.entries(value).flatMap(([key, member]) => {
    return noAmounts.has(key) ? [] : leaves(member, `${pointer}/${key}`);
  });
}
