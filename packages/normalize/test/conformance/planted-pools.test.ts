import { describe, expect, it } from "vitest";
import type { ConformanceSubject } from "../../src/conformance.ts";
import { addDecimal, BalanceRow, type Asset, type Balance, type Decimal } from "../../src/index.ts";
import { openReply } from "../../src/decode/vendor-reply.ts";
import { complaintsOf } from "./complaints-of.ts";

const euros: Asset = { kind: "fiat", code: "EUR", id: "iso4217:EUR" };

/** Where a fault can be planted. */
interface PotSteps {
  readonly main: (total: Decimal, pots: readonly Decimal[], row: BalanceRow) => Decimal;
  readonly pot: (balance: Balance) => Balance;
}

/** A vendor with a main balance and pots of the same currency, each for one purpose. */
function potSubject(faults: Partial<PotSteps>): ConformanceSubject {
  const { main = (total) => total, pot = (balance) => balance } = faults;
  return {
    vendor: "pots",
    decodeBalance: (reply, options = {}) => {
      const { root, badResponse, snapshot } = openReply("pots", reply, ({ status }) => {
        return status === 200 ? undefined : { code: "server_error", retry: "never" };
      });
      const pots = (root.member("pots").members() ?? []).map(([id, node]): Balance => {
        const row = new BalanceRow();
        const total = row.reported("/total", node.amount());
        return pot(row.finish(euros, { total, pool: { id, kind: "purpose" } }));
      });
      const row = new BalanceRow();
      const stated = row.reported("/total", root.member("free").amount());
      const totals = pots.flatMap(({ total }) => (total === undefined ? [] : [total]));
      if (stated === undefined && totals.length === 0) throw badResponse("there is no amount");
      const total = stated && main(stated, totals, row);
      return snapshot("pots", options, { balances: [row.finish(euros, { total }), ...pots] });
    },
    examples: [
      { name: "two pots", status: 200, text: '{"free":"10.5","pots":{"cards":"3","refunds":"0.25"}}' },
      { name: "no pot", status: 200, text: '{"free":"0","pots":{}}' },
    ],
    capabilities: {
      fields: {
        total: { reportedAt: ["/free", "/pots/*"] },
        pool: { documentedAt: "https://pots.example/purposes" },
      },
      leftOut: {},
    },
  };
}

it("finds nothing wrong with a decoder that keeps pools apart", () => {
  expect(complaintsOf(potSubject({}))).toEqual([]);
});

function sumOf(total: Decimal, pots: readonly Decimal[]): Decimal {
  return pots.reduce(addDecimal, total);
}

describe("a fault in what stands in a pool is caught", () => {
  it.each<[fault: string, complaint: string, faults: Partial<PotSteps>]>([
    ["a pool summed into the main row", "/total of balance 0 is not the number at /free", { main: sumOf }],
    [
      "a pool summed into the main row as if it were derived",
      "/total of balance 0 is derived from amounts that are not there",
      {
        main: (total, pots, row) =>
          pots.length === 0
            ? total
            : row.derived("/total", "total + pots", ["/total", "/pots"], sumOf(total, pots)),
      },
    ],
    [
      "a pool that is taken for the main row",
      "has two rows of one asset and pool, and no duplicate_asset issue",
      { pot: ({ pool: _pool, ...balance }) => balance },
    ],
    [
      "all pools under one id",
      "has two rows of one asset and pool, and no duplicate_asset issue",
      { pot: (balance) => ({ ...balance, pool: { id: "pot" } }) },
    ],
  ])("%s", (_fault, complaint, faults) => {
    expect(complaintsOf(potSubject(faults)).join("\n")).toContain(complaint);
  });
});
