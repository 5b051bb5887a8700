import { isBalanceError } from "@openbalance/http";
import type { ExactJson } from "../decode/exact-json.ts";
import { amountsOf } from "./amounts-of.ts";
import { replaceInReply } from "./edit-reply.ts";
import { valueAt } from "./pointer.ts";
import {
  decodedExamples,
  decodeText,
  fail,
  fetchedAt,
  type ConformanceCheck,
  type ConformanceSubject,
} from "./subject.ts";

const secret = "conformance-secret-7f3a";

/** What holds of every snapshot and of every error. */
export function snapshotChecks(subject: ConformanceSubject): readonly ConformanceCheck[] {
  return [
    {
      title: "labels every snapshot with vendor, label and time of the reply",
      run: () => checkLabels(subject),
    },
    { title: "flags a row whose asset and pool another row has too", run: () => checkIdentities(subject) },
    {
      title: "gives the same snapshot for the same reply, and leaves the reply alone",
      run: () => checkPurity(subject),
    },
    { title: "gives snapshots that JSON and structuredClone keep whole", run: () => checkPlain(subject) },
    { title: "marks what came as a parsed number as a double", run: () => checkParsedBodies(subject) },
    { title: "answers anything with a snapshot or a BalanceError", run: () => checkHostile(subject) },
    {
      title: "repeats no header and no unreadable amount in an issue or an error",
      run: () => checkSecrets(subject),
    },
  ];
}

function checkLabels(subject: ConformanceSubject): void {
  for (const { example, snapshot } of decodedExamples(subject)) {
    const { schema, vendor, account } = subject.decodeBalance({ ...example, fetchedAt }, { ref: "a label" });
    const isRight =
      schema === "balance/1" &&
      vendor === subject.vendor &&
      account.ref === "a label" &&
      snapshot.account.ref === subject.vendor &&
      snapshot.fetchedAt === fetchedAt;
    if (!isRight)
      fail(subject, example, "the snapshot has another schema, vendor, label or time than it should");
    for (const { asset } of snapshot.balances) {
      if (asset.kind !== "fiat" ? asset.id === "" : asset.id !== `iso4217:${asset.code}`) {
        fail(subject, example, "a balance has an asset whose id does not fit it");
      }
    }
  }
}

function checkIdentities(subject: ConformanceSubject): void {
  for (const { example, snapshot } of decodedExamples(subject)) {
    const { balances, issues } = snapshot;
    const identities = new Set(balances.map(({ asset, pool }) => JSON.stringify([asset.id, pool?.id])));
    const flagged = issues.filter(({ code }) => code === "duplicate_asset").length;
    if (balances.length - identities.size > flagged) {
      fail(subject, example, "has two rows of one asset and pool, and no duplicate_asset issue");
    }
  }
}

function checkPurity(subject: ConformanceSubject): void {
  for (const { example, snapshot } of decodedExamples(subject)) {
    if (JSON.stringify(decodeText(subject, example)) !== JSON.stringify(snapshot)) {
      fail(subject, example, "decoded twice, gives two different snapshots");
    }
    decodeText(subject, { status: example.status, body: deepFreeze(JSON.parse(example.text)) });
  }
}

function checkPlain(subject: ConformanceSubject): void {
  for (const { example, snapshot } of decodedExamples(subject)) {
    const { raw: _raw, ...said } = snapshot;
    const flaw = flawOf(said, "");
    if (flaw !== undefined) fail(subject, example, flaw);
  }
}

function checkParsedBodies(subject: ConformanceSubject): void {
  for (const { example, snapshot } of decodedExamples(subject)) {
    // JSON.parse yields JSON, whose numbers are doubles.
    const body = JSON.parse(example.text) as ExactJson;
    const parsed = decodeText(subject, { status: example.status, body });
    if (isBalanceError(parsed))
      fail(subject, example, `handed in as a parsed body, fails: ${parsed.message}`);
    const amounts = amountsOf(parsed);
    if (amounts.length !== amountsOf(snapshot).length) {
      fail(subject, example, "handed in as a parsed body, has other amounts");
    }
    for (const { pointer, provenance } of amounts) {
      if (provenance?.kind !== "reported") continue;
      const precision = typeof valueAt(body, provenance.path) === "number" ? "float64" : "source";
      if (provenance.precision !== precision) {
        fail(subject, example, `${pointer}, handed in as a parsed body, is not marked as ${precision}`);
      }
    }
  }
}

function checkHostile(subject: ConformanceSubject): void {
  const texts = [
    "",
    "null",
    "[]",
    "{}",
    "0",
    '""',
    "{",
    "<html>",
    "[".repeat(100_000),
    '{"a":'.repeat(100_000),
  ];
  for (const text of texts) decodeText(subject, { status: 200, text });
  for (const { status, text } of subject.examples) {
    for (let part = 0; part < 8; part += 1) {
      decodeText(subject, { status, text: text.slice(0, Math.floor((text.length * part) / 8)) });
    }
    decodeText(subject, { status, text: `[${text}]` });
    for (const other of [401, 404, 429, 500, 503]) decodeText(subject, { status: other, text });
  }
  for (const body of [undefined, null, 0, "", [], {}, Number.NaN, 1n, new Date(0)]) {
    decodeText(subject, { status: 200, body });
  }
}

function checkSecrets(subject: ConformanceSubject): void {
  const headers = { authorization: `Bearer ${secret}`, "x-api-key": secret, "set-cookie": secret };
  for (const { example, root, snapshot } of decodedExamples(subject)) {
    const places = amountsOf(snapshot).flatMap(({ provenance }) => {
      return provenance?.kind === "reported" ? [provenance.path] : [];
    });
    for (const place of places) {
      const text = replaceInReply(root, new Map([[place, secret]]));
      for (const status of [example.status, 500]) {
        const outcome = decodeText(subject, { status, text, headers });
        const { raw: _raw, ...said } = isBalanceError(outcome)
          ? { raw: "", message: outcome.message, stack: outcome.stack, json: outcome }
          : outcome;
        if (JSON.stringify(said).includes(secret)) {
          fail(subject, example, `repeats a header, or what stands at ${place} and is no number`);
        }
      }
    }
  }
}

/** What keeps a value from being JSON that means the same in memory and on the wire. */
function flawOf(value: unknown, pointer: string): string | undefined {
  if (typeof value === "string" || typeof value === "boolean") return undefined;
  if (typeof value === "number") {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? undefined
      : `${pointer} is NaN, infinite or minus zero`;
  }
  if (typeof value !== "object" || value === null) return `${pointer} is ${String(value)}; leave it out`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return `${pointer} is no plain object`;
  for (const [key, member] of Object.entries(value)) {
    const flaw = flawOf(member, `${pointer}/${key}`);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
