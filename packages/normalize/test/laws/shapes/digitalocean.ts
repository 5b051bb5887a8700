import { decodeDigitaloceanBalance } from "../../../src/index.ts";
import { amountNode } from "../amount-literals.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

export const digitalocean: VendorShape = {
  vendor: "digitalocean",
  decode: decodeDigitaloceanBalance,
  reply: mostly(
    objectNode({
      month_to_date_balance: amountNode,
      account_balance: amountNode,
      month_to_date_usage: amountNode,
      generated_at: wordNode("2026-11-22T06:01:12Z", "2026-11-22", ""),
    }),
  ),
  expect(root) {
    const reported = new Map([
      ...amountsAt(root, "/account_balance", "0 total", { owed: true }),
      ...amountsAt(root, "/month_to_date_usage", "0 pending"),
    ]);
    return reported.size === 0 ? undefined : { rows: 1, reported, derived: [] };
  },
};
