import { decodeVonageBalance } from "../../../src/index.ts";
import { amountNode } from "../amount-literals.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

export const vonage: VendorShape = {
  vendor: "vonage",
  decode: decodeVonageBalance,
  reply: mostly(objectNode({ value: amountNode, autoReload: wordNode("true", "") })),
  expect(root) {
    const reported = new Map(amountsAt(root, "/value", "0 total"));
    return reported.size === 0 ? undefined : { rows: 1, reported, derived: [] };
  },
};
