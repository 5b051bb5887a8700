import { describe, expect, it } from "vitest";
import type { ConformanceSubject } from "../../src/conformance.ts";
import {
  addDecimal,
  BalanceRow,
  fiatAsset,
  sumOfInputs,
  sumOfParts,
  unknownAsset,
  type Decimal,
  type Part,
  type ReplyNode,
  type ReportedAmount,
} from "../../src/index.ts";
import { openReply } from "../../src/decode/vendor-reply.ts";
import { complaintsOf } from "./complaints-of.ts";

/** Where a fault can be planted. */
interface LedgerSteps {
  readonly grant: (node: ReplyNode) => ReportedAmount | undefined;
  readonly total: (row: BalanceRow, parts: readonly Part[]) => Decimal | undefined;
  readonly due: (row: BalanceRow, invoices: readonly (ReportedAmount | undefined)[]) => Decimal | undefined;
}

const owedCents = { scale: -2, negated: true } as const;
const sound: LedgerSteps = {
  grant: (node) => node.amount("expected", owedCents),
  total: (row, parts) => sumOfParts(row, "/total", parts),
  due: (row, invoices) => sumOfInputs(row, "/due", invoices),
};

/** A vendor that counts in cents what it owes by grant, as negative numbers, and lists invoices that are open. */
function ledgerSubject(faults: Partial<LedgerSteps>): ConformanceSubject {
  const { grant, total, due } = { ...sound, ...faults };
  return {
    vendor: "ledger",
    decodeBalance: (reply, options = {}) => {
      const { root, badResponse, snapshot } = openReply("ledger", reply, ({ status }) => {
        return status === 200 ? undefined : { code: "server_error", retry: "never" };
      });
      const row = new BalanceRow();
      const parts = (root.member("grants").elements() ?? []).map((node, index): Part => {
        const amount = row.reported(`/parts/${index}/amount`, grant(node.member("left")));
        return amount === undefined ? { kind: "other" } : { kind: "other", amount };
      });
      const invoices = (root.member("invoices").elements() ?? []).map((node) =>
        node.member("due").amount("expected", { scale: -2 }),
      );
      const sums = { total: total(row, parts), due: due(row, invoices) };
      if (!row.holdsAmounts) throw badResponse("there is no amount");
      const asset = fiatAsset("USD") ?? unknownAsset("ledger");
      return snapshot("ledger", options, {
        balances: [row.finish(asset, { assetFrom: "docs", parts, ...sums })],
      });
    },
    examples: [
      { name: "grants", status: 200, text: '{"grants":[{"left":"-4217"},{"left":5}],"invoices":[]}' },
      {
        name: "invoices",
        status: 200,
        text: '{"grants":[{"left":-3}],"invoices":[{"due":1000},{"due":"250"}]}',
      },
    ],
    capabilities: {
      fields: {
        total: { derivedBy: "sum(parts.amount)" },
        due: { derivedBy: "sum(inputs)" },
        "parts.amount": { reportedAt: ["/grants/*/left"], scale: -2, negated: true },
        assetFrom: { documentedAt: "https://ledger.example/currency" },
      },
      leftOut: { "/invoices/*/due": "added up in due" },
    },
  };
}

it("finds nothing wrong with a decoder that counts as its table says", () => {
  expect(complaintsOf(ledgerSubject({}))).toEqual([]);
});

describe("a fault in how a vendor counts is caught", () => {
  it.each<[fault: string, complaint: string, faults: Partial<LedgerSteps>]>([
    [
      "cents taken for whole units",
      'fills parts.amount by {"reportedAt":["/grants/0/left"],"negated":true}',
      { grant: (node) => node.amount("expected", { negated: true }) },
    ],
    [
      "a debt taken for money",
      'fills parts.amount by {"reportedAt":["/grants/0/left"],"scale":-2}',
      { grant: (node) => node.amount("expected", { scale: -2 }) },
    ],
    [
      "a sign that is said to be turned and is not",
      "/parts/0/amount of balance 0 is not the number at /grants/0/left",
      {
        grant: (node) => {
          const amount = sound.grant(node);
          return amount && { ...amount, value: node.amount("optional", { scale: -2 })?.value ?? "0" };
        },
      },
    ],
    [
      "a part that is not in the sum",
      "/total of balance 0 is not sum(parts.amount)",
      {
        total: (row, parts) => {
          sound.total(row, parts);
          return parts[0]?.amount;
        },
      },
    ],
    [
      "an invoice that is added twice",
      "/due of balance 0 is not sum(inputs)",
      {
        due: (row, invoices) => {
          const [first] = invoices;
          const sum = sound.due(row, invoices);
          return sum && addDecimal(sum, first?.value ?? "1");
        },
      },
    ],
    [
      "a sum over a part that states nothing",
      "takes what is no number for absent, never for zero, and says so",
      {
        total: (row, parts) =>
          sound.total(
            row,
            parts.map((part) => ({ amount: "0", ...part })),
          ),
      },
    ],
  ])("%s", (_fault, complaint, faults) => {
    expect(complaintsOf(ledgerSubject(faults)).join("\n")).toContain(complaint);
  });
});

it("holds a sign that is turned at some places alone to these places", () => {
  const subject = ledgerSubject({});
  const complaintsWith = (...negated: readonly string[]): string => {
    const left = { reportedAt: ["/grants/*/left"], scale: -2, negated } as const;
    const fields = { ...subject.capabilities.fields, "parts.amount": left };
    return complaintsOf({ ...subject, capabilities: { ...subject.capabilities, fields } }).join("\n");
  };
  expect(complaintsWith("/grants/*/left")).toBe("");
  expect(complaintsWith("/grants/0/left")).toContain(
    'fills parts.amount by {"reportedAt":["/grants/1/left"]',
  );
  expect(complaintsWith()).toContain('fills parts.amount by {"reportedAt":["/grants/0/left"]');
});
