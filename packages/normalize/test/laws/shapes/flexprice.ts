import type { ReferenceValue } from "../../../fuzz/reference-json.ts";
import { valueAt } from "../../../fuzz/reference-places.ts";
import { decodeFlexpriceBalance } from "../../../src/index.ts";
import { amountNode } from "../amount-literals.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

export const flexprice: VendorShape = {
  vendor: "flexprice",
  decode: decodeFlexpriceBalance,
  reply: mostly(
    objectNode({
      id: wordNode("wallet_01J9ZQ4N", ""),
      customer_id: wordNode("cust_01J9ZQ3M"),
      currency: wordNode("usd", "EUR", "crd", ""),
      wallet_status: wordNode("active", "active", "active", "frozen", "closed", "paused", ""),
      conversion_rate: amountNode,
      topup_conversion_rate: amountNode,
      balance: amountNode,
      credit_balance: amountNode,
      real_time_balance: amountNode,
      real_time_credit_balance: amountNode,
      current_period_usage: amountNode,
      unpaid_invoices_amount: amountNode,
      credits_available_breakdown: mostly(objectNode({ free: amountNode, purchased: amountNode })),
      balance_updated_at: wordNode("2026-11-20T08:30:00Z", "2026-11-20", "yesterday"),
      is_cached_fallback: amountNode,
      auto_topup: objectNode({ amount: amountNode, threshold: amountNode }),
    }),
  ),
  expect(root) {
    const state = valueAt(root, "/wallet_status");
    const credits = "0 equivalents/*";
    const live = [
      ...amountsAt(root, "/real_time_balance", "0 available"),
      ...amountsAt(root, "/real_time_credit_balance", `${credits}/available`),
    ];
    const reported = new Map([
      ...amountsAt(root, "/balance", "0 total"),
      ...live.filter(([, { value }]) => !isPlaceholder(state, value)),
      ...amountsAt(root, "/unpaid_invoices_amount", "0 due"),
      ...amountsAt(root, "/credit_balance", `${credits}/total`),
      ...amountsAt(root, "/credits_available_breakdown/free", `${credits}/parts/*/amount`),
      ...amountsAt(root, "/credits_available_breakdown/purchased", `${credits}/parts/*/amount`),
    ]);
    if (reported.size === 0) return undefined;
    for (const [path, rate] of amountsAt(root, "/conversion_rate", `${credits}/rate`))
      reported.set(path, rate);
    return { rows: 1, reported, derived: [] };
  },
};

/** The server computes live amounts for active wallets alone and fills in a zero for others. */
function isPlaceholder(state: ReferenceValue | undefined, value: string): boolean {
  if (state?.kind !== "text" || state.value === "" || state.value === "active") return false;
  return state.value === "frozen" || state.value === "closed" || value === "0";
}
