import * as fc from "fast-check";
import type { ReferenceValue } from "../../../fuzz/reference-json.ts";
import { valueAt } from "../../../fuzz/reference-places.ts";
import { decodeOpenrouterBalance } from "../../../src/index.ts";
import { amountNode, oddity } from "../amount-literals.ts";
import { literal } from "../json-node.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

const credits = objectNode({ total_credits: amountNode, total_usage: amountNode });

const key = objectNode({
  label: wordNode("sk-or-v1-au7...890"),
  limit: fc.oneof(
    { weight: 3, arbitrary: amountNode },
    { weight: 1, arbitrary: fc.constant(literal("null")) },
  ),
  limit_remaining: amountNode,
  limit_reset: fc.oneof(wordNode("daily", "monthly", "hourly", ""), fc.constant(literal("null"))),
  usage: amountNode,
  usage_daily: amountNode,
  byok_usage: amountNode,
  include_byok_in_limit: fc.oneof(fc.constantFrom(literal("true"), literal("false")), oddity),
});

export const openrouter: VendorShape = {
  vendor: "openrouter",
  decode: decodeOpenrouterBalance,
  reply: mostly(
    fc.oneof(
      { weight: 1, arbitrary: objectNode({ data: mostly(credits) }) },
      { weight: 3, arbitrary: objectNode({ data: mostly(key) }) },
    ),
  ),
  expect(root) {
    const error = root.kind === "object" ? valueAt(root, "/error") : undefined;
    if (error !== undefined && error.kind !== "null") return undefined;
    const isOfAccount = ["/data/total_credits", "/data/total_usage"].some((path) => {
      return valueAt(root, path) !== undefined;
    });
    const reported = new Map(isOfAccount ? amountsOfAccount(root) : amountsOfKey(root));
    if (reported.size === 0) return undefined;
    return { rows: 1, reported, derived: isOfAccount && reported.size === 2 ? ["0 total"] : [] };
  },
};

function amountsOfAccount(root: ReferenceValue): ReturnType<typeof amountsAt> {
  return [
    ...amountsAt(root, "/data/total_credits", "0 lifetime/deposited"),
    ...amountsAt(root, "/data/total_usage", "0 lifetime/spent"),
  ];
}

function amountsOfKey(root: ReferenceValue): ReturnType<typeof amountsAt> {
  return [
    ...amountsAt(root, "/data/limit", "0 quota/limit", { unsigned: true }),
    ...amountsAt(root, "/data/limit_remaining", "0 available"),
    ...amountsAt(root, "/data/usage", "0 lifetime/spent"),
  ];
}
