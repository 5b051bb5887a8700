import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NumberLiteral, parseExactJson, type ExactJson } from "../src/decode/exact-json.ts";
import { cases, numberText } from "./arbitraries.ts";

/** JSON text with numbers of every spelling, blanks, awkward keys and repeated ones. */
const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => {
  const blank = fc.constantFrom("", " ", "\n", "\t ");
  const key = fc.oneof(
    fc.constantFrom("a", "b", "__proto__", "constructor", "", '"', "\\", "1"),
    fc.string(),
  );
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom('"', "\\", '\\"7', "]}1"));
  return {
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(
        numberText,
        fc.constantFrom("true", "false", "null"),
        text.map((value) => JSON.stringify(value)),
      ),
      fc.array(fc.tuple(blank, tie("value"), blank), { maxLength: 4 }).map((elements) => {
        return `[${elements.map((parts) => parts.join("")).join(",")}]`;
      }),
      fc.array(fc.tuple(blank, key, blank, tie("value")), { maxLength: 4 }).map((members) => {
        return `{${members.map(([before, name, after, value]) => `${before}${JSON.stringify(name)}${after}:${value}`).join(",")}}`;
      }),
    ),
  };
}).value;

/** Text that is nearly JSON: one place of it cut out, doubled or replaced. */
const brokenText: fc.Arbitrary<string> = fc
  .tuple(
    jsonText,
    fc.nat(),
    fc.constantFrom("", '"', "\\", "{", "]", ",", ":", "1", "-", "e", "\0", "\uD800"),
  )
  .map(([text, at, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + 1);
  });

function toPlain(value: ExactJson): unknown {
  if (value instanceof NumberLiteral) return Number(value.source);
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toPlain(member)]));
}

function literals(value: ExactJson): readonly string[] {
  if (value instanceof NumberLiteral) return [value.source];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(literals);
}

function outcome(parse: () => unknown): { readonly value: unknown } | "refused" {
  try {
    return { value: parse() };
  } catch (error) {
    if (error instanceof SyntaxError) return "refused";
    throw error;
  }
}

describe("parseExactJson agrees with JSON.parse", () => {
  it("on the value of every JSON text, member for member and in the same order", () => {
    const property = fc.property(jsonText, (text) => {
      const { exact, plain } = parseExactJson(text);
      const expected: unknown = JSON.parse(text);
      // Vitest's own comparison takes a member called constructor for the type.
      expect(isDeepStrictEqual(plain, expected)).toBe(true);
      expect(isDeepStrictEqual(toPlain(exact), expected)).toBe(true);
      expect(JSON.stringify(toPlain(exact))).toBe(JSON.stringify(expected));
      for (const source of literals(exact)) expect(text).toContain(source);
    });
    fc.assert(property, cases);
  });

  it("on which texts are JSON at all", () => {
    const property = fc.property(fc.oneof(brokenText, fc.string(), fc.string({ unit: "binary" })), (text) => {
      const expected = outcome(() => JSON.parse(text));
      const plain = outcome(() => parseExactJson(text).plain);
      const exact = outcome(() => toPlain(parseExactJson(text).exact));
      expect(isDeepStrictEqual(plain, expected)).toBe(true);
      expect(isDeepStrictEqual(exact, expected)).toBe(true);
    });
    fc.assert(property, { ...cases, numRuns: 10_000 });
  });
});
