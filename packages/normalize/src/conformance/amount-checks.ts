import { addDecimal, multiplyDecimal, parseDecimal, subtractDecimal, type Decimal } from "../decimal.ts";
import { NumberLiteral, type ExactJson } from "../exact-json.ts";
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
  if (provenance?.kind !== "reported") return undefined;
  const { path, text, precision } = provenance;
  const stated = literalOf(valueAt(root, path));
  if (stated === undefined) return `is said to stand at ${path}, where no number is`;
  if (stated !== text) return `is said to be written otherwise than it is at ${path}`;
  if (parseDecimal(stated) !== value) return `is not the number at ${path}`;
  return precision === "source" ? undefined : "is marked as a double, though it was read from a text";
}

function miscalculationOf(
  { row, value, provenance }: PlacedAmount,
  { snapshot }: DecodedExample,
): string | undefined {
  if (provenance?.kind !== "derived") return undefined;
  const { formula, from } = provenance;
  const inputs = new Map(
    amountsOf(snapshot)
      .filter((amount) => amount.row === row && from.includes(amount.pointer))
      .map((amount) => [amount.pointer.slice(1), parseDecimal(String(amount.value))]),
  );
  if (inputs.size !== from.length) return "is derived from amounts that are not there";
  const result = evaluate(formula, inputs);
  if (result === undefined)
    return `has the formula "${formula}", which does not join its inputs with +, - or x`;
  return result === value ? undefined : `is not ${formula}`;
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
