import type { Asset, Balance, BalanceSnapshot, ReplyNode, ReportedAmount } from "../../src/index.ts";
import { BalanceRow, subtractDecimal } from "../../src/index.ts";
import type { ConformanceSubject } from "../../src/conformance.ts";
import { openReply, type VendorReply } from "../../src/decode/vendor-reply.ts";

/** Where a fault can be planted in a decoder that is right otherwise. */
export interface AcmeSteps {
  readonly rows: (rows: readonly ReplyNode[]) => readonly ReplyNode[];
  readonly amount: (node: ReplyNode, row: ReplyNode) => ReportedAmount | undefined;
  readonly balance: (balance: Balance, row: ReplyNode) => object;
  readonly snapshot: (snapshot: BalanceSnapshot, root: ReplyNode, reply: VendorReply) => unknown;
  readonly failure: (error: Error, reply: VendorReply) => unknown;
}

const soundSteps: AcmeSteps = {
  rows: (rows) => rows,
  amount: (node) => node.amount(),
  balance: (balance) => balance,
  snapshot: (snapshot) => snapshot,
  failure: (error) => error,
};

const credits: Asset = { kind: "credit", code: "ACM", id: "acme:ACM" };

/** A vendor of rows of total and available, decoded right but for the steps given. */
export function acmeSubject(faults: Partial<AcmeSteps>): ConformanceSubject {
  const steps = { ...soundSteps, ...faults };
  return {
    vendor: "acme",
    decodeBalance: (reply, options = {}) => {
      const { root, badResponse, snapshot } = openReply("acme", reply, ({ status }) => {
        return status === 200 ? undefined : { code: "server_error", retry: "never" };
      });
      const rows = root.member("rows").elements();
      // The planted fault decides what is thrown.
      if (rows === undefined) throw steps.failure(badResponse("/rows is no list"), reply);
      const balances = steps.rows(rows).map((node) => steps.balance(decodeRow(node, steps), node) as Balance);
      if (balances.length > 0 && balances.every(({ provenance }) => Object.keys(provenance).length === 0)) {
        throw steps.failure(badResponse("no row holds an amount"), reply);
      }
      for (const node of rows.slice(1))
        node.issue("duplicate_asset", "is in credits as the row before it is");
      const made = snapshot<"acme", unknown>("acme", options, { balances });
      return steps.snapshot(made, root, reply) as BalanceSnapshot;
    },
    examples: [
      {
        name: "two rows",
        status: 200,
        text: '{"count":2,"rows":[{"total":90071992547409931.10,"available":"0.3"},{"total":-5}]}',
      },
      { name: "no rows", status: 200, text: '{"count":0,"rows":[]}' },
      { name: "down", status: 503, text: "" },
    ],
    capabilities: {
      fields: {
        total: { reportedAt: ["/rows/*/total"] },
        available: { reportedAt: ["/rows/*/available"] },
        held: { derivedBy: "total - available" },
      },
      leftOut: { "/count": "how many rows there are" },
    },
  };
}

function decodeRow(node: ReplyNode, { amount }: AcmeSteps): Balance {
  const row = new BalanceRow();
  const total = row.reported("/total", amount(node.member("total"), node));
  const available = row.reported("/available", amount(node.member("available"), node));
  if (total === undefined || available === undefined) return row.finish(credits, { total, available });
  const held = row.derived(
    "/held",
    "total - available",
    ["/total", "/available"],
    subtractDecimal(total, available),
  );
  return row.finish(credits, { total, available, held });
}
