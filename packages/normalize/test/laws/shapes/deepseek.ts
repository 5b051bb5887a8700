import * as fc from "fast-check";
import { valueAt } from "../../../fuzz/reference-places.ts";
import { decodeDeepseekBalance } from "../../../src/index.ts";
import { amountNode, oddity } from "../amount-literals.ts";
import { literal, type JsonNode } from "../json-node.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

const row = objectNode({
  currency: wordNode("USD", "CNY", "usd", "RMB", ""),
  total_balance: amountNode,
  granted_balance: amountNode,
  topped_up_balance: amountNode,
});

const rows = fc
  .array(mostly(row), { maxLength: 3 })
  .map((elements): JsonNode => ({ kind: "array", elements }));

export const deepseek: VendorShape = {
  vendor: "deepseek",
  decode: decodeDeepseekBalance,
  reply: mostly(
    objectNode({
      is_available: fc.oneof(fc.constantFrom(literal("true"), literal("false")), oddity),
      balance_infos: mostly(rows),
    }),
  ),
  expect(root) {
    const list = valueAt(root, "/balance_infos");
    if (list?.kind !== "array") return undefined;
    const amounts = list.elements.flatMap((_, index) => [
      ...amountsAt(root, `/balance_infos/${index}/total_balance`, `${index} total and available`),
      ...amountsAt(root, `/balance_infos/${index}/granted_balance`, `${index} parts/*/amount`),
      ...amountsAt(root, `/balance_infos/${index}/topped_up_balance`, `${index} parts/*/amount`),
    ]);
    if (amounts.length === 0 && list.elements.length > 0) return undefined;
    return { rows: list.elements.length, reported: new Map(amounts), derived: [] };
  },
  rowsAt: "/balance_infos",
};
