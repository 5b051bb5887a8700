import { isBalanceError } from "@openbalance/http";
import type { BalanceSnapshot } from "../model/balance.ts";
import { NumberLiteral, type ExactJson } from "../decode/exact-json.ts";
import { literalOf } from "./amount-checks.ts";
import { amountsOf, sourcesOf } from "./amounts-of.ts";
import { replaceInReply, writeReply } from "./edit-reply.ts";
import { takesChildrenOf, valueAt } from "./pointer.ts";
import {
  decodedExamples,
  decodeText,
  fail,
  type ConformanceCheck,
  type ConformanceSubject,
  type DecodedExample,
} from "./subject.ts";

/** What a change of a reply does to the amounts, and what it leaves alone. */
export function changeChecks(subject: ConformanceSubject): readonly ConformanceCheck[] {
  const everyExample = (title: string, check: (decoded: DecodedExample) => void): ConformanceCheck => ({
    title,
    run: () => decodedExamples(subject).forEach((decoded) => check(decoded)),
  });
  return [
    everyExample("loses one amount of the reply and what is derived from it, and no other", (decoded) => {
      for (const place of placesOfAmounts(decoded)) checkWithout(subject, decoded, place, undefined);
    }),
    everyExample("takes what is no number for absent, never for zero, and says so", (decoded) => {
      for (const place of placesOfAmounts(decoded)) {
        for (const odd of noNumbers) checkWithout(subject, decoded, place, odd);
      }
    }),
    everyExample("refuses a reply whose amounts are all gone", (decoded) => checkEmptied(subject, decoded)),
    everyExample(
      "reads numbers and strings that hold them, with an exponent or without, alike",
      (decoded) => {
        for (const respell of respellings) {
          const replacements = placesOfAmounts(decoded).map((place): readonly [string, ExactJson] => {
            return [place, respell(literalOf(valueAt(decoded.root, place)) ?? "")];
          });
          checkSame(subject, decoded, replaceInReply(decoded.root, new Map(replacements)), "spelt otherwise");
        }
      },
    ),
    everyExample("does not care for the order of keys and rows, or for keys it does not know", (decoded) => {
      checkSame(subject, decoded, reordered(subject, decoded.root), "in another order and with unknown keys");
    }),
  ];
}

const noNumbers: readonly ExactJson[] = [
  null,
  true,
  "",
  "n/a",
  "1,000.00",
  " 5",
  "0x10",
  "NaN",
  [],
  {},
  new NumberLiteral("1e400"),
];

const respellings: readonly ((text: string) => ExactJson)[] = [
  (text) => text,
  (text) => new NumberLiteral(text),
  (text) => new NumberLiteral(/[eE]/.test(text) ? text : `${text}e0`),
  (text) => (/[.eE]/.test(text) ? text : `${text}.00`),
];

function placesOfAmounts({ snapshot }: DecodedExample): readonly string[] {
  return [...new Set(amountsOf(snapshot).flatMap((amount) => sourcesOf(amount, snapshot)))];
}

/** One amount as a fact that holds whatever row or entry it has moved to. */
interface Fact {
  readonly key: string;
  readonly field: string;
  readonly sources: readonly string[];
}

function factsOf(snapshot: BalanceSnapshot): readonly Fact[] {
  return amountsOf(snapshot).map((amount) => {
    const sources = sourcesOf(amount, snapshot);
    return {
      key: `${amount.field} ${sources.join(" ")} ${String(amount.value)}`,
      field: amount.field,
      sources,
    };
  });
}

/** With an amount taken away or replaced by something that is none. */
function checkWithout(
  subject: ConformanceSubject,
  { example, root, snapshot }: DecodedExample,
  place: string,
  odd: ExactJson | undefined,
): void {
  const how = odd === undefined ? "without its value" : `with ${writeReply(odd)} for its value`;
  const kept = factsOf(snapshot).filter(({ sources }) => !sources.includes(place));
  const after = decodeText(subject, {
    status: example.status,
    text: replaceInReply(root, new Map([[place, odd]])),
  });
  if (isBalanceError(after)) {
    // A rate alone says how much a unit is worth, not how many there are.
    if (after.code === "bad_response" && kept.every(({ field }) => field.endsWith(".rate"))) return;
    fail(subject, example, `${place} ${how} makes the whole reply fail: ${after.message}`);
  }
  const difference = differenceOf(kept, factsOf(after));
  if (difference !== undefined) fail(subject, example, `${place} ${how} ${difference}`);
  const isSaid = odd === undefined || after.issues.some(({ path }) => path === place);
  // Null where a bound is expected may be the vendor's word for none.
  const isUnlimited = odd === null && after.balances.some(({ unlimited }) => unlimited !== undefined);
  if (!isSaid && !isUnlimited) fail(subject, example, `${place} ${how} is no issue`);
}

function checkEmptied(subject: ConformanceSubject, decoded: DecodedExample): void {
  const places = placesOfAmounts(decoded);
  // A reply that lists nothing is a fact.
  if (places.length === 0) return;
  const { example, root } = decoded;
  const text = replaceInReply(root, new Map(places.map((place) => [place, undefined])));
  const after = decodeText(subject, { status: example.status, text });
  if (!isBalanceError(after) || after.code !== "bad_response") {
    fail(subject, example, "without any of its amounts is no bad_response");
  }
}

function checkSame(
  subject: ConformanceSubject,
  { example, snapshot }: DecodedExample,
  text: string,
  how: string,
): void {
  const after = decodeText(subject, { status: example.status, text });
  if (isBalanceError(after)) fail(subject, example, `${how} makes the whole reply fail: ${after.message}`);
  const difference = differenceOf(valuesOf(snapshot), valuesOf(after));
  if (difference !== undefined) fail(subject, example, `${how} ${difference}`);
}

/** Amounts with their asset and kind of row; where they stand in the reply may change, and with it a pool's id. */
function valuesOf(snapshot: BalanceSnapshot): readonly Pick<Fact, "key">[] {
  return amountsOf(snapshot).map(({ row, field, value }) => {
    const { asset, pool } = snapshot.balances[row] ?? {};
    const kind = pool === undefined ? "" : " in a pool";
    return { key: `${field} ${String(value)} of ${asset?.id}${kind}` };
  });
}

function differenceOf(
  before: readonly Pick<Fact, "key">[],
  after: readonly Pick<Fact, "key">[],
): string | undefined {
  const [expected, found] = [before, after].map((facts) => facts.map(({ key }) => key).toSorted());
  const lost = expected?.find((key) => !found?.includes(key));
  if (lost !== undefined) return `loses ${lost}`;
  const made = found?.find((key) => !expected?.includes(key));
  if (made !== undefined) return `gives ${made}`;
  return expected?.length === found?.length ? undefined : "changes how many amounts there are";
}

function reordered(subject: ConformanceSubject, root: ExactJson): string {
  const { fields, leftOut } = subject.capabilities;
  const amounts = Object.values(fields).flatMap((each) => ("reportedAt" in each ? each.reportedAt : []));
  const patterns = [...amounts, ...Object.keys(leftOut)];
  return writeReply(root, {
    members: (members, pointer) => {
      const isOpen = patterns.some((pattern) => takesChildrenOf(pattern, pointer));
      const turned = members.toReversed();
      return isOpen ? turned : [["not_documented", new NumberLiteral("7")], ...turned];
    },
    elements: (elements, pointer) => {
      return patterns.some((pattern) => takesChildrenOf(pattern, pointer)) ? elements.toReversed() : elements;
    },
  });
}
