import * as fc from "fast-check";
import type { ReferenceValue } from "../../../fuzz/reference-json.ts";
import { valueAt } from "../../../fuzz/reference-places.ts";
import { decodeDeepgramBalance } from "../../../src/index.ts";
import { amountNode } from "../amount-literals.ts";
import { literal, type JsonNode } from "../json-node.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

const entry = objectNode({
  balance_id: wordNode("4d8f0a52", ""),
  amount: amountNode,
  units: wordNode("usd", "USD", "hours", ""),
  purchase_order_id: wordNode("8a1b0c3d"),
});

const noEntry = fc.constantFrom(...["null", "5", '"usd"', "[]", "{}"].map(literal));

const entries = fc
  .array(fc.oneof({ weight: 30, arbitrary: entry }, { weight: 1, arbitrary: noEntry }), { maxLength: 4 })
  .map((elements): JsonNode => ({ kind: "array", elements }));

export const deepgram: VendorShape = {
  vendor: "deepgram",
  otherCalls: ["listProjectPurchases"],
  decode: decodeDeepgramBalance,
  reply: fc.oneof(
    {
      weight: 4,
      arbitrary: entries.map((list): JsonNode => ({ kind: "object", members: [["balances", list]] })),
    },
    { weight: 1, arbitrary: mostly(objectNode({ balances: mostly(entries) })) },
  ),
  expect(root) {
    const list = valueAt(root, "/balances");
    if (list?.kind !== "array") return undefined;
    const places = list.elements.map((_, index) => `/balances/${index}`);
    const units = places.map((place) => unitOf(valueAt(root, `${place}/units`)));
    const rows = [...new Set(units)];
    const amounts = places.map((place, index) => {
      return amountsAt(root, `${place}/amount`, `${rows.indexOf(units[index] ?? "")} parts/*/amount`);
    });
    const reported = new Map(amounts.flat());
    if (reported.size === 0 && places.length > 0) return undefined;
    const derived = rows.flatMap((unit, row) => {
      const isWhole = units.every((each, index) => each !== unit || amounts[index]?.length === 1);
      return unit !== "" && isWhole ? [`${row} total`] : [];
    });
    // An empty list is a row of its own: nothing is left.
    return { rows: Math.max(rows.length, 1), reported, derived };
  },
  groupsRows: true,
  listsParts: true,
};

/** Equal for what is counted in the same; empty where no unit is named. */
function unitOf(value: ReferenceValue | undefined): string {
  if (value?.kind !== "text") return "";
  return value.value.toUpperCase() === "USD" ? "USD" : value.value;
}
