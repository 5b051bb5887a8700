import * as fc from "fast-check";
import type { LawCase } from "./law-case.ts";

const strangeTexts = [
  "",
  " ",
  "\uFEFF",
  "\uFEFF\uFEFF{}",
  "null",
  "true",
  "0",
  "-0",
  '""',
  "[]",
  "{}",
  "[{}]",
  "NaN",
  "undefined",
  "{",
  '{"data":',
  '{"a":1,}',
  "{}{}",
  "\0",
  '"\uD800"',
  '{"\uDC00":1}',
  "<html></html>",
  "1e999999999",
  '{"data":{"balance":1e999999999}}',
  '{"__proto__":{"data":{"balance":"1"}}}',
];

/** Anything that may come as the text of a reply: not JSON, nearly JSON, JSON of another shape, cut short. */
export function hostileText(replies: fc.Arbitrary<LawCase>): fc.Arbitrary<string> {
  const texts = replies.map(({ text }) => text);
  return fc.oneof(
    fc.constantFrom(...strangeTexts),
    fc.string({ unit: "binary" }),
    fc.json({ maxDepth: 2 }),
    texts,
    // Cut short.
    fc.tuple(texts, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
    // One place replaced.
    fc.tuple(texts, fc.nat(), fc.string({ unit: "binary", maxLength: 2 })).map(([text, place, put]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + 1);
    }),
    // Wrapped where it should not be.
    texts.map((text) => `[${text}]`),
  );
}

/** Anything that a caller may hand in as a parsed body, also what no parser gives. */
export function hostileValue(replies: fc.Arbitrary<LawCase>): fc.Arbitrary<unknown> {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    maxDepth: 2,
  });
  const bodies = replies.map(({ text }): unknown => JSON.parse(text));
  return fc.oneof(
    anything,
    bodies,
    fc.tuple(bodies, fc.nat(), anything).map(([body, place, value]) => replaceLeaf(body, place, value)),
  );
}

/** The body with one of its innermost values replaced. */
function replaceLeaf(body: unknown, place: number, value: unknown): unknown {
  if (typeof body !== "object" || body === null) return value;
  const keys = Object.keys(body);
  const key = keys[place % keys.length];
  if (key === undefined) return value;
  const replaced = replaceLeaf(Reflect.get(body, key), Math.floor(place / keys.length), value);
  Object.defineProperty(body, key, { value: replaced, enumerable: true });
  return body;
}
