import { decodeTwilioBalance } from "../../../src/index.ts";
import { amountNode } from "../amount-literals.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

export const twilio: VendorShape = {
  vendor: "twilio",
  decode: decodeTwilioBalance,
  reply: mostly(
    objectNode({
      account_sid: wordNode("ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
      balance: amountNode,
      currency: wordNode("USD", "EUR", "usd", "USDC", ""),
    }),
  ),
  expect(root) {
    const reported = new Map(amountsAt(root, "/balance", "0 total"));
    return reported.size === 0 ? undefined : { rows: 1, reported, derived: [] };
  },
};
