import { decodeVultrBalance } from "../../../src/index.ts";
import { amountNode } from "../amount-literals.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

export const vultr: VendorShape = {
  vendor: "vultr",
  decode: decodeVultrBalance,
  reply: mostly(
    objectNode({
      account: mostly(
        objectNode({
          name: wordNode("Example Ltd", ""),
          email: wordNode("ops@example.com"),
          balance: amountNode,
          pending_charges: amountNode,
          last_payment_date: wordNode("2026-10-01T01:56:20+00:00", "2014-07-18 15:31:01"),
          last_payment_amount: amountNode,
        }),
      ),
    }),
  ),
  expect(root) {
    const total = amountsAt(root, "/account/balance", "0 total", { owed: true });
    const pending = amountsAt(root, "/account/pending_charges", "0 pending");
    const reported = new Map([...total, ...pending]);
    if (reported.size === 0) return undefined;
    return { rows: 1, reported, derived: reported.size === 2 ? ["0 available"] : [] };
  },
};
