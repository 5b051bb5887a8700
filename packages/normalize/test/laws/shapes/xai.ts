import * as fc from "fast-check";
import { decodeXaiBalance } from "../../../src/index.ts";
import { amountNode, oddity } from "../amount-literals.ts";
import type { JsonNode } from "../json-node.ts";
import { mostly, objectNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

export const xai: VendorShape = {
  vendor: "xai",
  decode: decodeXaiBalance,
  reply: fc.oneof(
    { weight: 3, arbitrary: amountNode.map((val) => inObject("total", inObject("val", val))) },
    {
      weight: 2,
      arbitrary: mostly(objectNode({ changes: oddity, total: mostly(objectNode({ val: amountNode })) })),
    },
  ),
  expect(root) {
    const counting = { powerOfTen: -2, owed: true };
    const reported = new Map(amountsAt(root, "/total/val", "0 total", counting));
    return reported.size === 0 ? undefined : { rows: 1, reported, derived: [] };
  },
};

/** The one amount lies two objects deep, where generated objects would lose it too often. */
function inObject(key: string, member: JsonNode): JsonNode {
  return { kind: "object", members: [[key, member]] };
}
