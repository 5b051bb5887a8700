import * as fc from "fast-check";
import type { ReferenceValue } from "../../../fuzz/reference-json.ts";
import { valueAt } from "../../../fuzz/reference-places.ts";
import { decodeElevenlabsBalance } from "../../../src/index.ts";
import { amountNode, oddity } from "../amount-literals.ts";
import { literal, type JsonNode } from "../json-node.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type ExpectedBalances, type VendorShape } from "../vendor-shape.ts";

const invoices = fc
  .array(mostly(objectNode({ amount_due_cents: amountNode })), { maxLength: 3 })
  .map((elements): JsonNode => ({ kind: "array", elements }));

const currency = wordNode("usd", "eur");

export const elevenlabs: VendorShape = {
  vendor: "elevenlabs",
  decode: decodeElevenlabsBalance,
  reply: mostly(
    objectNode({
      character_count: amountNode,
      character_limit: amountNode,
      max_credit_limit_extension: fc.oneof(amountNode, fc.constant(literal('"unlimited"'))),
      next_character_count_reset_unix: fc.oneof(fc.constant(literal("1798761600")), oddity),
      character_refresh_period: wordNode("monthly_period"),
      currency,
      current_overage: mostly(objectNode({ amount: amountNode, currency })),
      open_invoices: mostly(invoices),
      status: wordNode("active", "past_due"),
    }),
  ),
  expect(root) {
    const main = new Map([
      ...amountsAt(root, "/character_limit", "0 quota/limit", { unsigned: true }),
      ...amountsAt(root, "/character_count", "0 quota/used", { unsigned: true }),
      ...amountsAt(root, "/max_credit_limit_extension", "0 creditLimit", { unsigned: true }),
    ]);
    const money = expectMoney(root);
    if (main.size === 0 && money.rows === 0) return undefined;
    const isCounted = main.has("/character_limit") && main.has("/character_count");
    return {
      rows: 1 + money.rows,
      reported: new Map([...main, ...money.reported]),
      derived: [...(isCounted ? ["0 available"] : []), ...money.derived],
    };
  },
};

const cents = { powerOfTen: -2 };

/** Overage that is stated, and invoices that all say what is due: one row, or two of different currencies. */
function expectMoney(root: ReferenceValue): ExpectedBalances {
  const reported = new Map(amountsAt(root, "/current_overage/amount", "1 pending"));
  const list = valueAt(root, "/open_invoices");
  const count = list?.kind === "array" ? list.elements.length : 0;
  const hasDue =
    count > 0 && amountsAt(root, "/open_invoices/*/amount_due_cents", "due", cents).length === count;
  const isApart = reported.size > 0 && currencyAt(root, "/current_overage") !== currencyAt(root, "");
  const dueRow = isApart ? 2 : 1;
  const rows = hasDue ? dueRow : reported.size;
  return { rows, reported, derived: hasDue ? [`${dueRow} due`] : [] };
}

function currencyAt(root: ReferenceValue, place: string): string {
  const value = valueAt(root, `${place}/currency`);
  return value?.kind === "text" ? value.value.toLowerCase() : "";
}
