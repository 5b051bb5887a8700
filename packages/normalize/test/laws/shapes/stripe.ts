import * as fc from "fast-check";
import type { ReferenceValue } from "../../../fuzz/reference-json.ts";
import { valueAt } from "../../../fuzz/reference-places.ts";
import { decodeStripeBalance, fiatAsset } from "../../../src/index.ts";
import { amountNode, oddity } from "../amount-literals.ts";
import { literal, type JsonNode } from "../json-node.ts";
import { mostly, objectNode, wordNode } from "../reply-nodes.ts";
import { amountsAt, type VendorShape } from "../vendor-shape.ts";

const entry = objectNode({
  amount: amountNode,
  currency: wordNode("usd", "eur", "jpy", "kwd", "isk", "mga", "usdc", ""),
  source_types: fc.oneof(fc.constant(literal("{}")), objectNode({ card: amountNode })),
});

const list = mostly(
  fc.array(mostly(entry), { maxLength: 2 }).map((elements): JsonNode => ({ kind: "array", elements })),
);

/** The lists of each pot, with the field that their amounts fill. */
const pots: readonly (readonly (readonly [path: string, field: string])[])[] = [
  [
    ["/available", "available"],
    ["/pending", "pending"],
    ["/connect_reserved", "held"],
  ],
  [["/issuing/available", "available"]],
  [
    ["/refund_and_dispute_prefunding/available", "available"],
    ["/refund_and_dispute_prefunding/pending", "pending"],
  ],
];

// Currencies that are not counted in hundredths: all of them, since a mutated reply may name any.
const whole = "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" ");
const thousandths = "bhd jod kwd omr tnd".split(" ");
const powerOf = (currency: string): number | undefined => {
  // How many decimals anything but a currency of ISO 4217 has is not documented.
  if (fiatAsset(currency) === undefined) return undefined;
  if (whole.includes(currency)) return 0;
  return thousandths.includes(currency) ? -3 : -2;
};

export const stripe: VendorShape = {
  vendor: "stripe",
  decode: decodeStripeBalance,
  reply: mostly(
    objectNode({
      object: wordNode("balance"),
      livemode: fc.oneof(fc.constantFrom(literal("true"), literal("false")), oddity),
      available: list,
      pending: list,
      connect_reserved: list,
      // Restates what is listed.
      instant_available: fc.constant(literal('[{"amount":7,"currency":"usd"}]')),
      issuing: mostly(objectNode({ available: list })),
      refund_and_dispute_prefunding: mostly(objectNode({ available: list, pending: list })),
    }),
  ),
  expect(root) {
    const isListed = ["/available", "/pending"].some((path) => valueAt(root, path)?.kind === "array");
    if (!isListed) return undefined;
    const rows = pots.flatMap((lists) => rowsOf(root, lists));
    const reported = rows.flatMap((row, index) =>
      row.flatMap(({ path, field, currency = "" }) => {
        const powerOfTen = powerOf(currency);
        if (powerOfTen === undefined) return [];
        const counting = { powerOfTen, unsigned: field === "held" };
        return amountsAt(root, `${path}/amount`, `${index} ${field}`, counting);
      }),
    );
    if (reported.length === 0 && rows.length > 0) return undefined;
    return { rows: rows.length, reported: new Map(reported), derived: [] };
  },
  // A way of paying that nobody has heard of is a share all the same.
  holdsEntries: (path) => path.endsWith("/source_types"),
  groupsRows: true,
};

interface Place {
  readonly path: string;
  readonly field: string;
  readonly currency: string | undefined;
}

/** Entries of one currency make one row, unless one of the lists names it twice; what names none stands alone. */
function rowsOf(
  root: ReferenceValue,
  lists: readonly (readonly [path: string, field: string])[],
): readonly (readonly Place[])[] {
  const rows: Place[][] = [];
  for (const [path, field] of lists) {
    const entries = valueAt(root, path);
    for (const index of entries?.kind === "array" ? entries.elements.keys() : []) {
      const currency = codeAt(root, `${path}/${index}/currency`);
      const place = { path: `${path}/${index}`, field, currency };
      const row = rows.find(([first]) => currency !== undefined && first?.currency === currency);
      if (row === undefined) rows.push([place]);
      else row.push(place);
    }
  }
  return rows.flatMap((row) => {
    const isPlain = new Set(row.map(({ field }) => field)).size === row.length;
    return isPlain ? [row] : row.map((place) => [place]);
  });
}

function codeAt(root: ReferenceValue, path: string): string | undefined {
  const code = valueAt(root, path);
  return code?.kind === "text" && code.value !== "" ? code.value : undefined;
}
