import { describe, expect, it } from "vitest";
import type { Balance, Decimal, ReportedAmount } from "../../src/index.ts";
import { acmeSubject, type AcmeSteps } from "./acme-decoder.ts";
import { complaintsOf } from "./complaints-of.ts";

function withValue(amount: ReportedAmount | undefined, value: string): ReportedAmount | undefined {
  // A planted fault need not be a decimal.
  return amount && { ...amount, value: value as Decimal };
}

const zero = (path: string): ReportedAmount => ({
  value: "0",
  provenance: { kind: "reported", path, text: "0", precision: "source" },
});

it("finds nothing wrong with a decoder that is right", () => {
  expect(complaintsOf(acmeSubject({}))).toEqual([]);
});

describe("a fault planted in a decoder is caught", () => {
  it.each<[fault: string, complaint: string, faults: Partial<AcmeSteps>]>([
    [
      "a swapped field",
      'fills total by {"reportedAt":["/rows/0/available"]}',
      { amount: (node, row) => row.member(node.path.endsWith("total") ? "available" : "total").amount() },
    ],
    [
      "a swapped value",
      "/total of balance 0 is not the number at /rows/0/total",
      {
        amount: (node, row) =>
          withValue(node.amount(), row.member("available").amount("optional")?.value ?? "-5"),
      },
    ],
    [
      "a lost digit",
      "/total of balance 0 is not the number at /rows/0/total",
      { amount: (node) => withValue(node.amount(), String(Number(node.amount("optional")?.value))) },
    ],
    [
      "an invented zero",
      "/available of balance 1 is said to stand at /rows/1/available, where no number is",
      { amount: (node) => node.amount() ?? zero(node.path) },
    ],
    [
      "a zero for what is no number",
      "takes what is no number for absent, never for zero, and says so",
      { amount: (node) => node.amount() ?? (node.value === undefined ? undefined : zero(node.path)) },
    ],
    [
      "a zero without a source",
      "/available of balance 1 has no provenance",
      { balance: (balance) => ({ available: "0", ...balance }) },
    ],
    [
      "a dropped row",
      "the amount at /rows/1/total is not in the snapshot as total",
      { rows: (rows) => rows.slice(0, 1) },
    ],
    [
      "a row that is counted twice",
      "/total of balance 2 is the number at /rows/0/total, which another amount of this field is too",
      { rows: (rows) => [...rows, ...rows] },
    ],
    [
      "a flipped sign",
      "/total of balance 1 is not the number at /rows/1/total",
      { amount: (node) => withValue(node.amount(), String(node.amount("optional")?.value).replace("-", "")) },
    ],
    [
      "a wrong difference",
      "/held of balance 0 is not total - available",
      { balance: (balance) => (balance.held === undefined ? balance : { ...balance, held: "1" }) },
    ],
    [
      "a formula that says nothing",
      'has the formula "the rest"',
      { balance: (balance) => withHeld(balance, { kind: "derived", formula: "the rest", from: ["/total"] }) },
    ],
    [
      "a formula over what is not there",
      "/held of balance 0 is derived from amounts that are not there",
      { balance: (balance) => withHeld(balance, { kind: "derived", formula: "due", from: ["/due"] }) },
    ],
    [
      "trailing zeros",
      "/total of balance 0 is no decimal number in canonical form",
      { amount: (node) => withValue(node.amount(), "5.00") },
    ],
    [
      "another wording than the vendor's",
      "is said to be written otherwise than it is",
      {
        amount: (node) => {
          const amount = node.amount();
          return amount && { ...amount, provenance: { ...amount.provenance, text: amount.value } };
        },
      },
    ],
    [
      "provenance of nothing",
      "balance 0 has provenance for /pending, which it does not have",
      {
        balance: (balance) => ({
          ...balance,
          provenance: { ...balance.provenance, "/pending": zero("/rows").provenance },
        }),
      },
    ],
    [
      "an amount passed over in silence",
      "is no issue",
      { amount: (node) => (node.value === "n/a" ? undefined : node.amount()) },
    ],
    [
      "an order that matters",
      "in another order and with unknown keys",
      {
        rows: (rows) =>
          rows.filter((row, index) => index > 0 || row.member("total").amount()?.value !== "-5"),
      },
    ],
    [
      "a field that the table does not list",
      "fills pendingDirection, which the capability table does not list",
      { balance: (balance) => ({ ...balance, pendingDirection: "in" }) },
    ],
    [
      "null for what is absent",
      "/balances/0/pendingDirection is null; leave it out",
      { balance: (balance) => ({ ...balance, pendingDirection: null }) },
    ],
    [
      "a double where text was read",
      "is marked as a double",
      {
        amount: (node) => {
          const amount = node.amount();
          return amount && { ...amount, provenance: { ...amount.provenance, precision: "float64" } };
        },
      },
    ],
    [
      "text where a double was handed in",
      "is not marked as float64",
      {
        amount: (node) => {
          const amount = node.amount();
          return amount && { ...amount, provenance: { ...amount.provenance, precision: "source" } };
        },
      },
    ],
    [
      "a date that JSON makes a text of",
      "/fetched is no plain object",
      { snapshot: (snapshot) => ({ ...snapshot, fetched: new Date(0) }) },
    ],
    [
      "a clock",
      "decoded twice, gives two different snapshots",
      { snapshot: (snapshot) => ({ ...snapshot, state: String(performance.now()) }) },
    ],
    [
      "another vendor's name",
      "another schema, vendor, label or time",
      { snapshot: (snapshot) => ({ ...snapshot, vendor: "other" }) },
    ],
    [
      "an asset that is called a currency and is none",
      "an asset whose id does not fit it",
      { balance: (balance) => ({ ...balance, asset: { kind: "fiat", code: "USD", id: "acme:USD" } }) },
    ],
    [
      "a throw that is no BalanceError",
      "the decoder threw something that is no BalanceError",
      { failure: () => new TypeError("rows is not iterable") },
    ],
    [
      "a secret in an issue",
      "repeats a header, or what stands at /rows/0/total",
      {
        amount: (node) => {
          if (typeof node.value === "string") node.issue("inconsistent", `received ${node.value}`);
          return node.amount();
        },
      },
    ],
    [
      "an empty balance where all amounts are gone",
      "without any of its amounts is no bad_response",
      {
        failure: () => undefined,
        balance: (balance) => ({ ...balance, provenance: { ...balance.provenance, "/x": {} } }),
      },
    ],
    [
      "a change of what the caller handed in",
      "the decoder threw something that is no BalanceError",
      {
        snapshot: (snapshot, _root, reply) => {
          if ("body" in reply && typeof reply.body === "object")
            Reflect.get(Object(reply.body), "rows").push(1);
          return snapshot;
        },
      },
    ],
  ])("%s", (_, complaint, faults) => {
    expect(complaintsOf(acmeSubject(faults)).join("\n")).toContain(complaint);
  });
});

function withHeld(balance: Balance, held: Balance["provenance"][string]): Balance {
  return balance.held === undefined
    ? balance
    : { ...balance, provenance: { ...balance.provenance, "/held": held } };
}

it("refusing every reply is caught, by the amounts that they hold", () => {
  const refusing = acmeSubject({ rows: () => [] });
  expect(complaintsOf(refusing).join("\n")).toContain(
    "the amount at /rows/0/total is not in the snapshot as total",
  );
});
