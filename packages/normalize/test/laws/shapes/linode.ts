import * as fc from "fast-check";
import type { ReferenceValue } from "../../../fuzz/reference-json.ts";
import { valueAt } from "../../../fuzz/reference-places.ts";
import { decodeLinodeBalance } from "../../../src/index.ts";
import { amountNode } from "../amount-literals.ts";
import { literal, type JsonNode } from "../json-node.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

const promotion = objectNode({
  summary: wordNode("$10 off a month", ""),
  credit_monthly_cap: fc.oneof(amountNode, fc.constantFrom(literal('"0.00"'), literal('""'))),
  credit_remaining: amountNode,
  this_month_credit_remaining: amountNode,
  expire_dt: fc.oneof(wordNode("2027-01-31T23:59:59", "2027"), fc.constant(literal("null"))),
  service_type: wordNode("all", "linode"),
});

const promotions = fc
  .array(mostly(promotion), { maxLength: 3 })
  .map((elements): JsonNode => ({ kind: "array", elements }));

export const linode: VendorShape = {
  vendor: "linode",
  decode: decodeLinodeBalance,
  reply: mostly(
    objectNode({
      balance: amountNode,
      balance_uninvoiced: amountNode,
      active_promotions: mostly(promotions),
      billing_source: wordNode("linode", "akamai"),
      euuid: wordNode("E1AF5EEC-526F-487D-B317EBEB34C87D71"),
      zip: wordNode("12345"),
    }),
  ),
  expect(root) {
    const list = valueAt(root, "/active_promotions");
    const count = list?.kind === "array" ? list.elements.length : 0;
    const reported = new Map([
      ...amountsAt(root, "/balance", "0 total", { owed: true }),
      ...amountsAt(root, "/balance_uninvoiced", "0 pending"),
      ...Array.from({ length: count }, (_, index) => amountsOfPromotion(root, index)).flat(),
    ]);
    return reported.size === 0 ? undefined : { rows: count + 1, reported, derived: [] };
  },
  // The main row stays the first, whatever the list of promotions does.
  groupsRows: true,
};

/** A cap of zero is none. */
function amountsOfPromotion(root: ReferenceValue, index: number): ReturnType<typeof amountsAt> {
  const [place, row] = [`/active_promotions/${index}`, index + 1];
  const caps = amountsAt(root, `${place}/credit_monthly_cap`, `${row} quota/limit`, { unsigned: true });
  return [
    ...amountsAt(root, `${place}/credit_remaining`, `${row} total`),
    ...amountsAt(root, `${place}/this_month_credit_remaining`, `${row} available`),
    ...caps.filter(([, { value }]) => value !== "0"),
  ];
}
