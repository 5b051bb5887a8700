import { decodeByteniteBalance } from "../../../src/index.ts";
import { amountNode } from "../amount-literals.ts";
import { heldOf } from "../held-of.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

export const bytenite: VendorShape = {
  vendor: "bytenite",
  otherCalls: ["Auth_RequestAccessToken"],
  decode: decodeByteniteBalance,
  reply: mostly(
    objectNode({
      accountId: wordNode("acc_7f3a", ""),
      totalBalance: amountNode,
      availableBalance: amountNode,
      amountDue: amountNode,
    }),
  ),
  expect(root) {
    if (root.kind !== "object") return undefined;
    const chips = new Map([
      ...amountsAt(root, "/totalBalance", "0 total"),
      ...amountsAt(root, "/availableBalance", "0 available"),
    ]);
    const chipRows = chips.size === 0 ? 0 : 1;
    const due = amountsAt(root, "/amountDue", `${chipRows} due`);
    const rows = chipRows + due.length;
    const derived = heldOf(chips.get("/totalBalance"), chips.get("/availableBalance"), "0");
    return rows === 0 ? undefined : { rows, reported: new Map([...chips, ...due]), derived };
  },
};
