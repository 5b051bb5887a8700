import { isBalanceError } from "@openbalance/http";
import { withoutAbsent } from "../decode/balance-row.ts";
import type { BalanceKind, BalanceSnapshot, Documented } from "../model/balance.ts";
import type { Capability } from "../model/capabilities.ts";
import { parseDecimal } from "../model/decimal.ts";
import type { IssueCode } from "../model/issue.ts";
import { leftOf } from "../use/left.ts";
import { NumberLiteral, parseExactJson, type ExactJson } from "../decode/exact-json.ts";
import { literalOf } from "./amount-checks.ts";
import { amountsOf, sourcesOf } from "./amounts-of.ts";
import { covers, matches, placesOf } from "./pointer.ts";
import {
  decodedExamples,
  decodeText,
  fail,
  type ConformanceCheck,
  type ConformanceExample,
  type ConformanceSubject,
} from "./subject.ts";

/** What holds between the capability table, the examples and the snapshots. */
export function capabilityChecks(subject: ConformanceSubject): readonly ConformanceCheck[] {
  return [
    { title: "fills no field but as its capability table says", run: () => refuseUndeclared(subject) },
    {
      title: "fills every field of its capability table in some example",
      run: () => demandDeclared(subject),
    },
    {
      title: "has balances of the kinds and assets of its capability table alone",
      run: () => refuseOther(subject),
    },
    { title: "loses no amount that stands where the table says", run: () => demandStated(subject) },
    {
      title: "knows every number of its replies, as an amount or as left out",
      run: () => refuseUnknown(subject),
    },
  ];
}

/** A field that a snapshot fills, and how. */
interface FilledField {
  readonly field: string;
  readonly by: Capability | undefined;
  readonly documented?: Documented;
}

function refuseUndeclared(subject: ConformanceSubject): void {
  for (const { example, snapshot } of decodedExamples(subject)) {
    for (const { field, by, documented } of filledFields(snapshot)) {
      if (documented !== undefined) checkDocumented(subject, example, documented);
      const declared = capabilityOf(subject, field);
      if (declared === undefined)
        fail(subject, example, `fills ${field}, which the capability table does not list`);
      if (by !== undefined && !isWithin(declared, by)) {
        fail(
          subject,
          example,
          `fills ${field} by ${JSON.stringify(by)}, the table says ${JSON.stringify(declared)}`,
        );
      }
    }
  }
}

function demandDeclared(subject: ConformanceSubject): void {
  const decoded = decodedExamples(subject);
  if (decoded.length === 0) throw new Error(`${subject.vendor}: no example gives a snapshot`);
  const filled = new Set(decoded.flatMap(({ snapshot }) => filledFields(snapshot).map(({ field }) => field)));
  // What an account was asked for is known to who asked, and to no reply.
  const demanded = Object.entries(subject.capabilities.fields).filter(([, by]) => !("requestedAs" in by));
  const missing = demanded.map(([field]) => field).find((field) => !filled.has(field));
  if (missing !== undefined) {
    throw new Error(`${subject.vendor}: the capability table lists ${missing}, which no example fills`);
  }
}

function checkDocumented(
  subject: ConformanceSubject,
  example: ConformanceExample,
  { path, documentedAt }: Documented,
): void {
  const { nothingLeft } = subject.capabilities;
  if (nothingLeft?.at === path && nothingLeft.documentedAt === documentedAt) return;
  fail(subject, example, `takes ${path} for nothing left, which the capability table does not say`);
}

/** What is left is funds unless the table says otherwise, and the assets are those of the table where it names some. */
function refuseOther(subject: ConformanceSubject): void {
  const { left = ["funds"], assets } = subject.capabilities;
  const seen = new Set<BalanceKind>();
  for (const { example, snapshot } of decodedExamples(subject)) {
    for (const [row, balance] of snapshot.balances.entries()) {
      const { kind, asset } = balance;
      if (assets?.every(({ id }) => id !== asset.id) === true) {
        fail(subject, example, `balance ${row} is of ${asset.id}, which the capability table does not list`);
      }
      if (leftOf(balance) === undefined) continue;
      seen.add(kind);
      if (!left.includes(kind)) {
        fail(
          subject,
          example,
          `balance ${row} has something left and is ${kind}; the table says ${left.join(", ")}`,
        );
      }
    }
  }
  const missing = left.find((kind) => !seen.has(kind));
  if (missing !== undefined) {
    throw new Error(
      `${subject.vendor}: the capability table says that ${missing} can be left, which no example shows`,
    );
  }
}

/** A number where an amount is documented appears in the snapshot, unless an issue says why it is no amount. */
function demandStated(subject: ConformanceSubject): void {
  for (const example of subject.examples) {
    const snapshot = decodeText(subject, example);
    if (isBalanceError(snapshot) && snapshot.code !== "bad_response") continue;
    const root = parse(example.text);
    for (const [field, capability] of Object.entries(subject.capabilities.fields)) {
      if (!("reportedAt" in capability) || !isAmount(field)) continue;
      const stated = capability.reportedAt.flatMap((pattern) => statedAt(root, pattern));
      const lost = stated.find((place) => !isTaken(snapshot, place));
      if (lost !== undefined && !(isBalanceError(snapshot) && field.endsWith(".rate"))) {
        fail(subject, example, `the amount at ${lost} is not in the snapshot as ${field}`);
      }
    }
  }
}

function refuseUnknown(subject: ConformanceSubject): void {
  const { fields, leftOut } = subject.capabilities;
  const amounts = Object.values(fields).flatMap((each) => ("reportedAt" in each ? each.reportedAt : []));
  for (const { example, root } of decodedExamples(subject)) {
    for (const [place, value] of placesOf(root)) {
      const literal = literalOf(value);
      if (literal === undefined || parseDecimal(literal) === undefined) continue;
      const isKnown =
        amounts.some((pattern) => matches(pattern, place)) ||
        Object.keys(leftOut).some((pattern) => covers(pattern, place));
      if (!isKnown) {
        fail(
          subject,
          example,
          `holds a number at ${place}; list it as an amount or, with the reason, as left out`,
        );
      }
    }
  }
}

function filledFields(snapshot: BalanceSnapshot): readonly FilledField[] {
  const amounts = amountsOf(snapshot).map(({ field, provenance }): FilledField => {
    if (provenance === undefined) return { field, by: undefined };
    if (provenance.kind === "derived") return { field, by: { derivedBy: provenance.formula } };
    if (provenance.kind === "documented") return { field, by: undefined, documented: provenance };
    const { path, scale, negated } = provenance;
    return { field, by: { reportedAt: [path], ...withoutAbsent({ scale, negated }) } };
  });
  const { ref: _ref, ...account } = snapshot.account;
  const others = [
    ...Object.keys(account).map((name) => `account.${name}`),
    ...["state", "spendable"].filter((name) => Object.hasOwn(snapshot, name)),
    ...snapshot.balances.flatMap((balance) => {
      const flags = ["availableIncludesCredit", "pendingDirection", "asOf", "assetFrom", "pool", "unlimited"];
      const quota = ["resetsAt", "every"].filter((name) => Object.hasOwn(balance.quota ?? {}, name));
      return [
        ...flags.filter((name) => Object.hasOwn(balance, name)),
        ...quota.map((name) => `quota.${name}`),
      ];
    }),
  ];
  return [...amounts, ...others.map((field) => ({ field, by: undefined }))];
}

function capabilityOf({ capabilities }: ConformanceSubject, field: string): Capability | undefined {
  return Object.entries(capabilities.fields).find(([name]) => name === field)?.[1];
}

function isAnyOf(patterns: readonly string[] = [], place: string): boolean {
  return patterns.some((pattern) => matches(pattern, place));
}

function isWithin(declared: Capability, by: Capability): boolean {
  if ("reportedAt" in by) {
    const { reportedAt, scale, negated } = by;
    if (!("reportedAt" in declared)) return false;
    const isOwed = declared.negated === true || isAnyOf(declared.negated, reportedAt[0]);
    if (isOwed !== (negated === true)) return false;
    if (declared.scale !== scale && declared.scale !== "currency") return false;
    return isAnyOf(declared.reportedAt, reportedAt[0]);
  }
  return "derivedBy" in by && "derivedBy" in declared && declared.derivedBy === by.derivedBy;
}

const noAmountFields: ReadonlySet<string> = new Set([
  "state",
  "asOf",
  "assetFrom",
  "pool",
  "unlimited",
  "spendable",
  "quota.resetsAt",
  "quota.every",
]);

/** Names and times are texts that no number is made of. */
function isAmount(field: string): boolean {
  return !field.startsWith("account.") && !noAmountFields.has(field);
}

function statedAt(root: ExactJson, pattern: string): readonly string[] {
  return placesOf(root)
    .filter(([place, value]) => matches(pattern, place) && parseDecimal(literalOf(value) ?? "") !== undefined)
    .map(([place]) => place);
}

/** The issues that say why a number is no amount of the snapshot. */
const leavesOut: ReadonlySet<IssueCode> = new Set(["placeholder", "out_of_range", "unknown_scale"]);

function isTaken(snapshot: BalanceSnapshot | Error, place: string): boolean {
  if (snapshot instanceof Error) return false;
  const isExplained = snapshot.issues.some(({ code, path }) => leavesOut.has(code) && path === place);
  return isExplained || amountsOf(snapshot).some((amount) => sourcesOf(amount, snapshot).includes(place));
}

/** A text that is no JSON holds no amount. */
function parse(text: string): ExactJson {
  try {
    return parseExactJson(text).exact;
  } catch {
    return new NumberLiteral("");
  }
}
