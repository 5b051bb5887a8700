import type { Balance, BalanceReport, BalanceResult, BalanceSnapshot } from "@openbalance/normalize";

/** A balance in US dollars. */
export function dollars(fields: Partial<Balance>): Balance {
  const asset = { kind: "fiat", code: "USD", id: "iso4217:USD" } as const;
  return { asset, kind: "funds", provenance: {}, ...fields };
}

/** What was read of an account of the vendor pots. */
export function read(balances: readonly Balance[], fields: Partial<BalanceSnapshot> = {}): BalanceResult {
  const account = { vendor: "pots", ref: "pots" };
  const snapshot: BalanceSnapshot = {
    schema: "balance/1",
    vendor: "pots",
    account: { ref: "pots" },
    balances,
    fetchedAt: "2026-11-22T00:00:00Z",
    issues: [],
    raw: {},
    ...fields,
  };
  return { ok: true, account, snapshot };
}

export function reportOf(...results: readonly BalanceResult[]): BalanceReport {
  return { schema: "balance-report/1", complete: results.every(({ ok }) => ok), results };
}

/** A main row and two pools of the same asset. */
export const pooled: readonly Balance[] = [
  dollars({ total: "100", available: "90" }),
  dollars({ total: "50", available: "5", pool: { id: "issuing", kind: "purpose" } }),
  dollars({ total: "7", available: "7", pool: { id: "promotion:0", kind: "grant" } }),
];
