import { describe, expect, it } from "vitest";
import type { ConformanceSubject } from "../../src/conformance.ts";
import { BalanceRow, type Asset, type Balance, type VendorCapabilities } from "../../src/index.ts";
import { neededList } from "../../src/decode/needed-list.ts";
import { openReply } from "../../src/decode/vendor-reply.ts";
import { complaintsOf } from "./complaints-of.ts";

const euros: Asset = { kind: "fiat", code: "EUR", id: "iso4217:EUR" };
const page = "https://caps.example/balances";

/** Where a fault can be planted. */
interface Faults {
  readonly balance?: (balance: Balance) => Balance;
  /** What is taken for nothing left where the list is empty. */
  readonly empty?: (row: BalanceRow) => Balance;
  readonly capabilities?: Partial<VendorCapabilities>;
}

/** A vendor that lists funds in euros, where an empty list means that nothing is left. */
function listSubject(faults: Faults): ConformanceSubject {
  const { balance = (made) => made, empty = nothingLeft, capabilities } = faults;
  return {
    vendor: "caps",
    decodeBalance: (reply, options = {}) => {
      const { root, badResponse, snapshot } = openReply("caps", reply, ({ status }) => {
        return status === 200 ? undefined : { code: "server_error", retry: "never" };
      });
      const rows = neededList(root.member("list"), badResponse).map((node): Balance => {
        const row = new BalanceRow();
        return balance(row.finish(euros, { total: row.reported("/total", node.member("left").amount()) }));
      });
      return snapshot("caps", options, { balances: rows.length === 0 ? [empty(new BalanceRow())] : rows });
    },
    examples: [
      { name: "one", status: 200, text: '{"list":[{"left":"10.5"}]}' },
      { name: "nothing left", status: 200, text: '{"list":[]}' },
    ],
    capabilities: {
      assets: [euros],
      nothingLeft: { at: "/list", documentedAt: page },
      fields: { total: { reportedAt: ["/list/*/left"] } },
      leftOut: {},
      ...capabilities,
    },
  };
}

function nothingLeft(row: BalanceRow): Balance {
  return row.finish(euros, { total: row.documented("/total", "/list", page, "0") });
}

it("finds nothing wrong with a decoder that says what its documents say", () => {
  expect(complaintsOf(listSubject({}))).toEqual([]);
});

describe("a fault in what a balance is said to be is caught", () => {
  it.each<[fault: string, complaint: string, faults: Faults]>([
    [
      "an allowance that the table does not know",
      "balance 0 has something left and is allowance; the table says funds",
      { balance: (made) => ({ ...made, kind: "allowance", available: "10.5" }) },
    ],
    [
      "test money that the table does not know",
      "balance 0 has something left and is test; the table says funds",
      { balance: (made) => ({ ...made, kind: "test" }) },
    ],
    [
      "a kind that no example shows",
      "the capability table says that test can be left, which no example shows",
      { capabilities: { left: ["funds", "test"] } },
    ],
    [
      "an asset that the table does not list",
      "balance 0 is of iso4217:USD, which the capability table does not list",
      { balance: (made) => ({ ...made, asset: { kind: "fiat", code: "USD", id: "iso4217:USD" } }) },
    ],
    [
      "nothing left by no page",
      "takes /list for nothing left, which the capability table does not say",
      {
        empty: (row) =>
          row.finish(euros, { total: row.documented("/total", "/list", "https://x.example", "0") }),
      },
    ],
    [
      "an amount out of nowhere",
      "/total of balance 0 is an amount that no reply states",
      { empty: (row) => row.finish(euros, { total: row.documented("/total", "/list", page, "5") }) },
    ],
    [
      "nothing left by a list that is not there",
      "is said to follow from /rows, where no empty list is",
      { empty: (row) => row.finish(euros, { total: row.documented("/total", "/rows", page, "0") }) },
    ],
  ])("%s", (_fault, complaint, faults) => {
    expect(complaintsOf(listSubject(faults)).join("\n")).toContain(complaint);
  });
});
