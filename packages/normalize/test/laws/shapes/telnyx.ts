import { decodeTelnyxBalance } from "../../../src/index.ts";
import { amountNode } from "../amount-literals.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

export const telnyx: VendorShape = {
  vendor: "telnyx",
  decode: decodeTelnyxBalance,
  reply: mostly(
    objectNode({
      data: mostly(
        objectNode({
          record_type: wordNode("balance"),
          balance: amountNode,
          credit_limit: amountNode,
          available_credit: amountNode,
          pending: amountNode,
          currency: wordNode("USD", "EUR", "usd", "USDC", ""),
        }),
      ),
    }),
  ),
  expect(root) {
    const reported = new Map([
      ...amountsAt(root, "/data/balance", "0 total"),
      ...amountsAt(root, "/data/available_credit", "0 available"),
      ...amountsAt(root, "/data/pending", "0 pending"),
      ...amountsAt(root, "/data/credit_limit", "0 creditLimit", { unsigned: true }),
    ]);
    return reported.size === 0 ? undefined : { rows: 1, reported, derived: [] };
  },
};
