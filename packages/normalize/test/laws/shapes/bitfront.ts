import * as fc from "fast-check";
import type { ReferenceValue } from "../../../fuzz/reference-json.ts";
import { valueAt } from "../../../fuzz/reference-places.ts";
import { decodeBitfrontBalance } from "../../../src/index.ts";
import { amountNode, oddity } from "../amount-literals.ts";
import { heldOf } from "../held-of.ts";
import { literal, type JsonNode } from "../json-node.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

const row = objectNode({
  currency: wordNode("BTC", "ETH", "USDT", ""),
  balance: amountNode,
  availableBalance: amountNode,
});

const rows = fc
  .array(mostly(row), { maxLength: 4 })
  .map((elements): JsonNode => ({ kind: "array", elements }));

const success = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(literal("1000"), literal('"1000"'), literal("1.0e3")) },
  { weight: 1, arbitrary: oddity },
);

export const bitfront: VendorShape = {
  vendor: "bitfront",
  decode: decodeBitfrontBalance,
  reply: mostly(
    objectNode({
      timezone: wordNode("UTC"),
      responseTime: fc.oneof(fc.constant(literal("1525239801363")), oddity),
      statusMessage: wordNode("SUCCESS"),
      // What decides over success is repeated and left out as often as anything else.
      statusCode: success,
      responseData: mostly(fc.oneof({ weight: 9, arbitrary: rows }, { weight: 1, arbitrary: row })),
    }),
  ),
  expect(root) {
    const data = valueAt(root, "/responseData");
    const paths = rowPaths(data);
    if (paths === undefined || !succeeded(valueAt(root, "/statusCode"))) return undefined;
    const amounts = paths.map((path, index) => [
      ...amountsAt(root, `${path}/balance`, `${index} total`),
      ...amountsAt(root, `${path}/availableBalance`, `${index} available`),
    ]);
    const reported = new Map(amounts.flat());
    if (reported.size === 0 && paths.length > 0) return undefined;
    const derived = paths.flatMap((path, index) => {
      return heldOf(reported.get(`${path}/balance`), reported.get(`${path}/availableBalance`), `${index}`);
    });
    return { rows: paths.length, reported, derived };
  },
  rowsAt: "/responseData",
};

function rowPaths(data: ReferenceValue | undefined): readonly string[] | undefined {
  if (data?.kind === "object") return ["/responseData"];
  return data?.kind === "array" ? data.elements.map((_, index) => `/responseData/${index}`) : undefined;
}

/** A code is compared as a text or as a whole number. */
function succeeded(code: ReferenceValue | undefined): boolean {
  return code?.kind === "text"
    ? code.value === "1000"
    : code?.kind === "number" && Number(code.source) === 1_000;
}
