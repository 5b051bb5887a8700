import type { Documented, Reported } from "../model/balance.ts";
import {
  addDecimal,
  multiplyDecimal,
  parseDecimal,
  subtractDecimal,
  type Decimal,
} from "../model/decimal.ts";
import { NumberLiteral, type ExactJson } from "../decode/exact-json.ts";
import { amountsOf, type PlacedAmount } from "./amounts-of.ts";
import { valueAt } from "./pointer.ts";
import {
  decodedExamples,
  fail,
  type ConformanceCheck,
  type ConformanceSubject,
  type DecodedExample,
} from "./subject.ts";

/** What holds of every amount of a snapshot. */
export function amountChecks(subject: ConformanceSubject): readonly ConformanceCheck[] {
  const everyAmount = (
    title: string,
    flawOf: (amount: PlacedAmount, decoded: DecodedExample) => string | undefined,
  ): ConformanceCheck => ({
    title,
    run: () => {
      for (const decoded of decodedExamples(subject)) {
        for (const amount of amountsOf(decoded.snapshot)) {
          const flaw = flawOf(amount, decoded);
          if (flaw !== undefined) {
            fail(subject, decoded.example, `${amount.pointer} of balance ${amount.row} ${flaw}`);
          }
        }
      }
    },
  });
  return [
    everyAmount("writes every amount in canonical form", ({ value }) => {
      const isCanonical = typeof value === "string" && parseDecimal(value) === value;
      return isCanonical ? undefined : "is no decimal number in canonical form";
    }),
    everyAmount("says where every amount comes from", ({ provenance }) => {
      return provenance === undefined ? "has no provenance; take it through a BalanceRow" : undefined;
    }),
    everyAmount("invents no amount: each is the number at its path", inventionOf),
    everyAmount("derives every amount by its formula", miscalculationOf),
    { title: "takes no place of the reply for two amounts of one field", run: () => refuseRepeats(subject) },
    { title: "says nothing of amounts that are not there", run: () => refuseOrphans(subject) },
  ];
}

/** A number's text, or a text as it is; undefined for all else. */
export function literalOf(value: ExactJson | undefined): string | undefined {
  if (value instanceof NumberLiteral) return value.source;
  return typeof value === "string" ? value : undefined;
}

function inventionOf({ value, provenance }: PlacedAmount, { root }: DecodedExample): string | undefined {
  if (provenance?.kind === "derived") {
    const flaws = (provenance.inputs ?? []).map((input) => misreportOf(input, root));
    return flaws.find((flaw) => flaw !== undefined);
  }
  if (provenance === undefined) return undefined;
  if (provenance.kind === "documented") return misdocumentedOf(provenance, value, root);
  const flaw = misreportOf(provenance, root);
  if (flaw !== undefined) return flaw;
  return amountAs(provenance) === value ? undefined : `is not the number at ${provenance.path}`;
}

/** What the documents say of a list is said of one that is there and empty, and what it means is zero. */
function misdocumentedOf({ path }: Documented, value: unknown, root: ExactJson): string | undefined {
  const list = valueAt(root, path);
  if (!Array.isArray(list) || list.length > 0)
    return `is said to follow from ${path}, where no empty list is`;
  return value === "0" ? undefined : "is an amount that no reply states";
}

function misreportOf({ path, text, precision }: Reported, root: ExactJson): string | undefined {
  const stated = literalOf(valueAt(root, path));
  if (stated === undefined) return `is said to stand at ${path}, where no number is`;
  if (stated !== text) return `is said to be written otherwise than it is at ${path}`;
  return precision === "source" ? undefined : "is marked as a double, though it was read from a text";
}

/** What a reported number comes to, by what is said of its scale and its sign. */
function amountAs({ text, scale = 0, negated }: Reported): Decimal | undefined {
  const number = parseDecimal(text);
  if (number === undefined) return undefined;
  const sign = negated === true ? "-1" : "1";
  const factor = parseDecimal(`1e${scale}`) ?? "1";
  return multiplyDecimal(multiplyDecimal(number, factor), sign);
}

function miscalculationOf(
  { row, value, provenance }: PlacedAmount,
  { snapshot }: DecodedExample,
): string | undefined {
  if (provenance?.kind !== "derived") return undefined;
  const { formula, from, inputs: others = [] } = provenance;
  const amounts = amountsOf(snapshot).filter((amount) => amount.row === row && from.includes(amount.pointer));
  if (amounts.length !== from.length) return "is derived from amounts that are not there";
  const result = /^sum\(([\w.]+)\)$/.test(formula)
    ? sumOf(formula.slice("sum(".length, -1), amounts, others)
    : evaluate(formula, new Map(amounts.map((each) => [each.field, parseDecimal(String(each.value))])));
  if (result === undefined)
    return `has the formula "${formula}", which neither joins its inputs with +, - or x nor sums one list`;
  return result === value ? undefined : `is not ${formula}`;
}

/** The sum of one field over a list, which has to be all that it is said to come from. */
function sumOf(
  field: string,
  amounts: readonly PlacedAmount[],
  others: readonly Reported[],
): Decimal | undefined {
  const values =
    field === "inputs"
      ? others.map(amountAs)
      : amounts.map((each) => (each.field === field ? parseDecimal(String(each.value)) : undefined));
  if (values.length === 0 || (field === "inputs") !== (amounts.length === 0)) return undefined;
  let sum: Decimal = "0";
  for (const value of values) {
    if (value === undefined) return undefined;
    sum = addDecimal(sum, value);
  }
  return sum;
}

const operations: Readonly<Record<string, (left: Decimal, right: Decimal) => Decimal>> = {
  "+": addDecimal,
  "-": subtractDecimal,
  x: multiplyDecimal,
};

function evaluate(formula: string, inputs: ReadonlyMap<string, Decimal | undefined>): Decimal | undefined {
  const [first = "", ...rest] = formula.split(" ");
  let result = inputs.get(first);
  for (let at = 0; at < rest.length; at += 2) {
    const operation = operations[rest[at] ?? ""];
    const right = inputs.get(rest[at + 1] ?? "");
    if (result === undefined || operation === undefined || right === undefined) return undefined;
    result = operation(result, right);
  }
  return result;
}

function refuseRepeats(subject: ConformanceSubject): void {
  for (const { example, snapshot } of decodedExamples(subject)) {
    const taken = new Set<string>();
    for (const { row, pointer, field, provenance } of amountsOf(snapshot)) {
      if (provenance?.kind !== "reported") continue;
      const { path } = provenance;
      if (taken.has(`${field} ${path}`)) {
        fail(
          subject,
          example,
          `${pointer} of balance ${row} is the number at ${path}, which another amount of this field is too`,
        );
      }
      taken.add(`${field} ${path}`);
    }
  }
}

function refuseOrphans(subject: ConformanceSubject): void {
  for (const { example, snapshot } of decodedExamples(subject)) {
    const present = new Set(amountsOf(snapshot).map(({ row, pointer }) => `${row} ${pointer}`));
    for (const [row, balance] of snapshot.balances.entries()) {
      for (const pointer of Object.keys(balance.provenance)) {
        if (present.has(`${row} ${pointer}`)) continue;
        fail(subject, example, `balance ${row} has provenance for ${pointer}, which it does not have`);
      }
    }
  }
}
