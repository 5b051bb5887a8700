import type { Asset } from "../src/model/asset.ts";
import type { Balance, BalanceSnapshot } from "../src/model/balance.ts";

/** A currency of ISO 4217. */
export function fiat(code: string): Asset {
  return { kind: "fiat", code, id: `iso4217:${code}` };
}

/** A balance with these amounts, as a decoder would give it. */
export function balance(asset: Asset, amounts: Partial<Omit<Balance, "asset" | "provenance">> = {}): Balance {
  return { asset, kind: "funds", ...amounts, provenance: {} };
}

/** A snapshot of a vendor called acme that holds these balances. */
export function snapshot(ref: string, ...balances: readonly Balance[]): BalanceSnapshot<"acme"> {
  return {
    schema: "balance/1",
    vendor: "acme",
    account: { ref },
    balances,
    fetchedAt: "2026-11-22T00:00:00.000Z",
    issues: [],
    raw: {},
  };
}
