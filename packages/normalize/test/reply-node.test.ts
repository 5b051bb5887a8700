import { describe, expect, it } from "vitest";
import { parseExactJson, type ExactJson } from "../src/decode/exact-json.ts";
import type { Issue } from "../src/model/issue.ts";
import { describe as describeValue, ReplyNode } from "../src/decode/reply-node.ts";

function open(text: string): { readonly root: ReplyNode; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  return { root: new ReplyNode(parseExactJson(text).exact, "", issues), issues };
}

describe("an amount", () => {
  it("keeps its literal, its digits and its place", () => {
    const { root, issues } = open('{"a/b":{"~":[90071992547409931.10]}}');
    const node = root.member("a/b").member("~").elements()?.[0];
    expect(node?.amount()).toEqual({
      value: "90071992547409931.1",
      provenance: { kind: "reported", path: "/a~1b/~0/0", text: "90071992547409931.10", precision: "source" },
    });
    expect(issues).toEqual([]);
  });

  it("is scaled and turned as the vendor counts, to the digit, and says so", () => {
    const { root, issues } = open('{"cents":"-4217","zero":0,"debt":-50.250,"far":1e-323}');
    expect(root.member("cents").amount("expected", { scale: -2, negated: true })).toEqual({
      value: "42.17",
      provenance: {
        kind: "reported",
        path: "/cents",
        text: "-4217",
        precision: "source",
        scale: -2,
        negated: true,
      },
    });
    expect(root.member("zero").amount("expected", { negated: true })?.value).toBe("0");
    expect(root.member("debt").amount("expected", { negated: true })?.value).toBe("50.25");
    expect(issues).toEqual([]);
    expect(root.member("far").amount("expected", { scale: -2 })).toBeUndefined();
    expect(issues).toMatchObject([{ code: "bad_number", path: "/far" }]);
  });

  it("is read from a string as from a number", () => {
    const { root } = open('{"a":"5.00","b":5.00}');
    expect(root.member("a").amount()?.value).toBe("5");
    expect(root.member("a").amount()?.provenance).toMatchObject({ text: "5.00", precision: "source" });
    expect(root.member("b").amount()?.value).toBe("5");
  });

  it.each([
    ['""', "an empty text"],
    ['"1,000.00"', "a text that is none or out of range"],
    ['" 1"', "a text that is none or out of range"],
    ["1e400", "a number that is none or out of range"],
    ["1.797e308", "a number that is none or out of range"],
    ["true", "a boolean"],
    ["[5]", "an array"],
    ['{"amount":5}', "an object"],
  ])("is absent for %s, with an issue that says so and quotes nothing", (text, received) => {
    const { root, issues } = open(`{"a":${text}}`);
    expect(root.member("a").amount()).toBeUndefined();
    const message = `must be a decimal number, received ${received}`;
    expect(issues).toEqual([{ code: "bad_number", path: "/a", message }]);
  });

  it("that is null or missing is absent, with the issue that fits", () => {
    const { root, issues } = open('{"a":null}');
    expect(root.member("a").amount()).toBeUndefined();
    expect(root.member("b").amount()).toBeUndefined();
    expect(root.member("c").amount("optional")).toBeUndefined();
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["null_field", "/a"],
      ["missing_field", "/b"],
    ]);
  });

  it("that was parsed by the caller says that it is a double", () => {
    const body = { a: 0.1 + 0.2, b: Number.NaN, c: 1e21, d: -0 } as unknown as ExactJson;
    const issues: Issue[] = [];
    const root = new ReplyNode(body, "", issues);
    expect(root.member("a").amount()).toMatchObject({
      value: "0.30000000000000004",
      provenance: { precision: "float64" },
    });
    expect(root.member("c").amount()?.value).toBe("1000000000000000000000");
    expect(root.member("d").amount()?.value).toBe("0");
    expect(root.member("b").amount()).toBeUndefined();
    expect(issues.map(({ path }) => path)).toEqual(["/b"]);
  });
});

describe("a node", () => {
  it("has no members but an object's own", () => {
    const { root } = open('{"__proto__":{"a":"1"},"list":[1],"text":"abc","number":5}');
    expect(root.member("constructor").value).toBeUndefined();
    expect(root.member("toString").value).toBeUndefined();
    expect(root.member("number").member("source").value).toBeUndefined();
    expect(root.member("text").member("length").value).toBeUndefined();
    expect(root.member("__proto__").member("a").text()).toBe("1");
    expect(root.members()?.map(([key]) => key)).toEqual(["__proto__", "list", "text", "number"]);
  });

  it("tells objects from arrays and numbers", () => {
    const { root } = open('{"object":{},"array":[],"number":1,"null":null}');
    const isObject = (key: string): boolean => root.member(key).isObject();
    expect(["object", "array", "number", "null"].map(isObject)).toEqual([true, false, false, false]);
    expect(root.member("array").members()).toBeUndefined();
    expect(root.member("object").elements()).toBeUndefined();
  });

  it("gives texts and booleans, converting nothing", () => {
    const { root, issues } = open('{"id":5,"name":"","flag":"true","currency":"usd","ok":false}');
    expect(root.member("id").text()).toBeUndefined();
    expect(root.member("name").text()).toBeUndefined();
    expect(root.member("flag").boolean()).toBeUndefined();
    expect(root.member("currency").text("expected")).toBe("usd");
    expect(root.member("ok").boolean()).toBe(false);
    expect(issues).toEqual([
      { code: "alternate_shape", path: "/id", message: "must be a text, received a number" },
      { code: "alternate_shape", path: "/flag", message: "must be true or false, received a text" },
    ]);
  });

  it.each([
    ["half a surrogate pair", "\ud800"],
    ["more than 1,000 characters", "a".repeat(1_001)],
  ])("gives no text that holds %s, and says so", (_, text) => {
    const issues: Issue[] = [];
    expect(new ReplyNode(text, "/id", issues).text()).toBeUndefined();
    const message = "must be well-formed text of at most 1000 characters";
    expect(issues).toEqual([{ code: "alternate_shape", path: "/id", message }]);
    expect(new ReplyNode("a".repeat(1_000), "/id", issues).text()).toHaveLength(1_000);
    expect(issues).toHaveLength(1);
  });

  it("counts a hole of a caller's array as an element without value", () => {
    const list = [1];
    list[2] = 3;
    const root = new ReplyNode(list, "/list", []);
    expect(root.elements()?.map(({ path, value }) => [path, value])).toEqual([
      ["/list/0", 1],
      ["/list/1", undefined],
      ["/list/2", 3],
    ]);
  });

  it.each([
    [undefined, "nothing"],
    [null, "null"],
    ["secret", "a text"],
    [Symbol("s"), "a symbol"],
    [() => 1, "a function"],
  ])("is described without being quoted", (value, description) => {
    expect(describeValue(value)).toBe(description);
  });
});
