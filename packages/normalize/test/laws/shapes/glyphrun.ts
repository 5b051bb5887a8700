import * as fc from "fast-check";
import type { ReferenceValue } from "../../../fuzz/reference-json.ts";
import { valueAt } from "../../../fuzz/reference-places.ts";
import { decodeGlyphrunBalance } from "../../../src/index.ts";
import { amountNode, oddity } from "../amount-literals.ts";
import { literal, type JsonNode, type Member } from "../json-node.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

const runIds = ["run_a", "run_b", "run_abc123", "__proto__", "constructor", "a/b", "~1", "", "7", "1", "ü"];

const locks = fc
  .array(fc.tuple(fc.constantFrom(...runIds), amountNode), { maxLength: 4 })
  .map((members: readonly Member[]): JsonNode => ({ kind: "object", members }));

const wallet = objectNode({
  userId: wordNode("did:privy:abc123"),
  walletAddress: wordNode("0x1234567890abcdef1234567890abcdef12345678", ""),
  balance: amountNode,
  availableBalance: amountNode,
  pendingLocks: mostly(locks),
  totalLocked: amountNode,
  totalDeposited: amountNode,
  totalSpent: amountNode,
});

const failure = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...["null", "false", '""', "0"].map(literal)) },
  { weight: 1, arbitrary: oddity },
);

export const glyphrun: VendorShape = {
  vendor: "glyphrun",
  decode: decodeGlyphrunBalance,
  reply: mostly(
    fc.oneof(
      { weight: 6, arbitrary: objectNode({ wallet: mostly(wallet) }) },
      {
        weight: 2,
        arbitrary: objectNode({ data: objectNode({ wallet: mostly(wallet) }), metadata: oddity }),
      },
      { weight: 2, arbitrary: wallet },
      { weight: 1, arbitrary: objectNode({ wallet: mostly(wallet), error: failure }) },
    ),
  ),
  expect(root) {
    if (root.kind !== "object" || isTruthy(root.members.get("error"))) return undefined;
    const at = ["/wallet", "/data/wallet"].find((path) => valueAt(root, path)?.kind === "object") ?? "";
    const reported = new Map([
      ...amountsAt(root, `${at}/balance`, "0 total"),
      ...amountsAt(root, `${at}/availableBalance`, "0 available"),
      ...amountsAt(root, `${at}/totalLocked`, "0 held", { unsigned: true }),
      ...amountsAt(root, `${at}/pendingLocks/**`, "0 holds/*/amount", { unsigned: true }),
      ...amountsAt(root, `${at}/totalDeposited`, "0 lifetime/deposited"),
      ...amountsAt(root, `${at}/totalSpent`, "0 lifetime/spent"),
    ]);
    return reported.size === 0 ? undefined : { rows: 1, reported, derived: [] };
  },
  holdsEntries: (path) => path.endsWith("/pendingLocks"),
};

/** What JavaScript takes for true, since a service may say "no error" with a null, a zero or an empty text. */
function isTruthy(value: ReferenceValue | undefined): boolean {
  if (value === undefined || value.kind === "null") return false;
  if (value.kind === "boolean") return value.value;
  if (value.kind === "text") return value.value !== "";
  return value.kind === "number" ? Number(value.source) !== 0 : true;
}
