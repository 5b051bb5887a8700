import { describe, expect, it } from "vitest";
import { NumberLiteral, parseExactJson } from "../src/decode/exact-json.ts";

function nested(depth: number): string {
  return `${"[".repeat(depth)}1${"]".repeat(depth)}`;
}

describe("parseExactJson", () => {
  it("keeps the text of every number, wherever it stands", () => {
    const { exact } = parseExactJson('{"a":90071992547409931.10,"b":[1e400,-0,{"c":1.0E9}]}');
    expect(exact).toEqual({
      a: new NumberLiteral("90071992547409931.10"),
      b: [new NumberLiteral("1e400"), new NumberLiteral("-0"), { c: new NumberLiteral("1.0E9") }],
    });
  });

  it("gives beside it what JSON.parse gives", () => {
    expect(parseExactJson('{"a":90071992547409931.10}').plain).toEqual({ a: Number("90071992547409931.10") });
  });

  it("parses once where no digit stands outside a string", () => {
    const { exact, plain } = parseExactJson('{"balance":"300.00","id":"a\\"1\\\\"}');
    expect(exact).toBe(plain);
  });

  it("sees a number behind strings that end in escaped quotes and backslashes", () => {
    const { exact } = parseExactJson(String.raw`{"a":"\"","b":"\\","c":7}`);
    expect(exact).toEqual({ a: '"', b: "\\", c: new NumberLiteral("7") });
  });

  it("keeps the last of a repeated key, with its own text", () => {
    const { exact, plain } = parseExactJson('{"a":1.10,"a":{"b":2},"a":3.30}');
    expect(exact).toEqual({ a: new NumberLiteral("3.30") });
    expect(plain).toEqual({ a: 3.3 });
  });

  it("makes an own member of __proto__ and pollutes nothing", () => {
    const { exact, plain } = parseExactJson('{"__proto__":{"polluted":1},"constructor":2}');
    for (const value of [exact, plain]) {
      expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    }
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("refuses nesting that no reply needs, without overflowing the stack", () => {
    expect(() => parseExactJson(nested(500))).not.toThrow();
    expect(() => parseExactJson(nested(501))).toThrow(SyntaxError);
    expect(() => parseExactJson(nested(200_000))).toThrow(SyntaxError);
    expect(() => parseExactJson('{"a":'.repeat(200_000))).toThrow(SyntaxError);
    expect(() => parseExactJson(`${'{"a":'.repeat(501)}1${"}".repeat(501)}`)).toThrow(
      "nested deeper than 500",
    );
  });

  it("counts as nesting what stands within each other, however many stand side by side", () => {
    const many = [
      ...Array.from({ length: 600 }, () => [[]]),
      ...Array.from({ length: 600 }, () => ({ a: {} })),
    ];
    expect(parseExactJson(JSON.stringify(many)).plain).toEqual(many);
  });

  it("counts no bracket inside a string as nesting", () => {
    expect(parseExactJson(JSON.stringify("[".repeat(1_000))).plain).toHaveLength(1_000);
  });

  it("keeps every literal where V8 13.6 takes one key for another", () => {
    // Once it has seen the first, it reads the key of the second as a backslash, and its reviver gets no source.
    parseExactJson(String.raw`{"":2.5,"\\":true}`);
    const { exact, plain } = parseExactJson(String.raw`{"":[],"\"":1.50}`);
    expect(Object.keys(exact as object)).toEqual(Object.keys(plain as object));
    expect(Object.values(exact as object)).toEqual([[], new NumberLiteral("1.50")]);
  });
});
