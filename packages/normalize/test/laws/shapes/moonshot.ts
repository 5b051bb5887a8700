import * as fc from "fast-check";
import type { ReferenceValue } from "../../../fuzz/reference-json.ts";
import { valueAt } from "../../../fuzz/reference-places.ts";
import { decodeMoonshotBalance } from "../../../src/index.ts";
import { amountNode, oddity } from "../amount-literals.ts";
import { literal } from "../json-node.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

const data = objectNode({
  available_balance: amountNode,
  voucher_balance: amountNode,
  cash_balance: amountNode,
});

const success = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(literal("0"), literal('"0"'), literal("0.0e3")) },
  { weight: 1, arbitrary: oddity },
);

export const moonshot: VendorShape = {
  vendor: "moonshot",
  decode: decodeMoonshotBalance,
  reply: mostly(
    objectNode({
      code: success,
      data: mostly(data),
      scode: wordNode("0x0"),
      status: fc.oneof(
        { weight: 20, arbitrary: fc.constant(literal("true")) },
        { weight: 1, arbitrary: oddity },
      ),
    }),
  ),
  expect(root) {
    if (root.kind !== "object" || hasFailed(root)) return undefined;
    const [vouchers, cash] = ["voucher_balance", "cash_balance"].map((name) => {
      return amountsAt(root, `/data/${name}`, "0 parts/*/amount");
    });
    const available = amountsAt(root, "/data/available_balance", "0 available");
    const reported = new Map([...available, ...(vouchers ?? []), ...(cash ?? [])]);
    if (reported.size === 0) return undefined;
    return { rows: 1, reported, derived: vouchers?.length === 1 && cash?.length === 1 ? ["0 total"] : [] };
  },
};

/** Any of the three ways to say so; a code is compared as a text or as a whole number. */
function hasFailed(root: ReferenceValue): boolean {
  const [code, status, error] = ["/code", "/status", "/error"].map((path) => valueAt(root, path));
  const isFailure =
    (code?.kind === "text" && code.value !== "" && code.value !== "0") ||
    (code?.kind === "number" && Number.isSafeInteger(Number(code.source)) && Number(code.source) !== 0);
  const denies = status?.kind === "boolean" && !status.value;
  return isFailure || denies || (error !== undefined && error.kind !== "null");
}
