import { isTree, type Tree } from "@openbalance/specs/read-document";
import { describe, expect, it } from "vitest";
import { compareDescriptions } from "../../drift/compare-facts.ts";
import { acme } from "../intake/acme.ts";

function changes(before: Tree, after: Tree): readonly string[] {
  return compareDescriptions(before, after).map(({ weight, place, what }) => `${weight}: ${place}: ${what}`);
}

const withBalance = (properties: Tree, required: readonly string[] = []): Tree =>
  acme({ schemas: { Balance: { type: "object", required, properties } } });
const withParameter = (parameter: Tree): Tree =>
  acme({ operation: { parameters: [{ name: "page", in: "query", ...parameter }] } });
const reply = "GET /balance, 200";

/** The same scheme under another name. */
function named(name: string): Tree {
  const document = acme({ root: { security: [{ [name]: [] }] } });
  const scheme = { type: "apiKey", in: "header", name: "X-Acme-Key" };
  (document["components"] as Tree)["securitySchemes"] = { [name]: scheme };
  return document;
}

describe("no change in meaning", () => {
  it("is another order of members", () => {
    const reversed = (node: unknown): unknown =>
      isTree(node)
        ? Object.fromEntries(
            Object.entries(node)
              .toReversed()
              .map(([key, value]) => [key, reversed(value)]),
          )
        : node;
    expect(changes(acme(), reversed(acme()) as Tree)).toEqual([]);
  });

  it("is a response or a schema that moved behind a reference, but for its name", () => {
    const responses = { "200": { $ref: "#/components/responses/Yes" } };
    const moved = acme({ operation: { responses } });
    const components = moved["components"] as Tree;
    components["responses"] = {
      Yes: {
        description: "Yes.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Balance" } } },
      },
    };
    expect(changes(acme(), moved)).toEqual([]);
    const inline = { type: "object", properties: { amount: { $ref: "#/components/schemas/Amount" } } };
    expect(changes(acme(), acme({ schemas: { Balance: inline, Amount: { type: "string" } } }))).toEqual([
      "compatible: Amount: schema name is new",
    ]);
  });

  it("is null said in the words of OpenAPI 3.0 or 3.1", () => {
    const [old, fresh] = [{ type: "string", nullable: true }, { type: ["string", "null"] }];
    expect(changes(withBalance({ amount: old }), withBalance({ amount: fresh }))).toEqual([]);
  });

  it("is another name for the same security", () => {
    expect(changes(named("key"), named("token"))).toEqual([]);
  });
});

describe("of a reply", () => {
  const text = { type: "string" };
  it.each([
    [
      "a member more",
      { a: text },
      { a: text, b: { type: "object", properties: { c: text } } },
      [`compatible: ${reply}, /b: field is new`],
    ],
    [
      "a member less",
      { a: text, b: { type: "array", items: text } },
      { a: text },
      [`breaking: ${reply}, /b: field is gone`],
    ],
    [
      "another type",
      { a: { type: "number" } },
      { a: text },
      [`breaking: ${reply}, /a: type number became string`],
    ],
    [
      "null as well",
      { a: text },
      { a: { type: ["string", "null"] } },
      [`breaking: ${reply}, /a: type string became null or string`],
    ],
    [
      "null no more",
      { a: { type: ["string", "null"] } },
      { a: text },
      [`compatible: ${reply}, /a: type null or string became string`],
    ],
    [
      "whole numbers only",
      { a: { type: "number" } },
      { a: { type: "integer" } },
      [`compatible: ${reply}, /a: type number became integer`],
    ],
    [
      "a word more",
      { a: { ...text, enum: ["x"] } },
      { a: { ...text, enum: ["x", "y"] } },
      [`compatible: ${reply}, /a: word "y" is new`],
    ],
    [
      "a word less",
      { a: { ...text, enum: ["x", "y"] } },
      { a: { ...text, enum: ["x"] } },
      [`compatible: ${reply}, /a: word "y" is gone`],
    ],
    [
      "a change deep down",
      { a: { type: "array", items: { properties: { b: text } } } },
      { a: { type: "array", items: { properties: { b: { type: "integer" } } } } },
      [`breaking: ${reply}, /a/*/b: type string became integer`],
    ],
    [
      "a change in a map",
      { a: { type: "object", additionalProperties: text } },
      { a: { type: "object", additionalProperties: { type: "number" } } },
      [`breaking: ${reply}, /a/{any}: type string became number`],
    ],
    [
      "other words about it",
      { a: { ...text, description: "Old" } },
      { a: { ...text, description: "New", example: "1" } },
      [`cosmetic: ${reply}, /a: wording changed`],
    ],
  ])("%s", (_name, before, after, expected) => {
    expect(changes(withBalance(before), withBalance(after))).toEqual(expected);
  });

  it("a member that need not be there any more is breaking, one that always is now is not", () => {
    const [optional, always] = [withBalance({ a: text }), withBalance({ a: text }, ["a"])];
    expect(changes(always, optional)).toEqual([
      `breaking: ${reply}, /a: required always there became optional`,
    ]);
    expect(changes(optional, always)).toEqual([
      `compatible: ${reply}, /a: required optional became always there`,
    ]);
  });

  it("a status more is compatible, one less is breaking", () => {
    const more = acme();
    const responses = ((more["paths"] as Tree)["/balance"] as { get: { responses: Tree } }).get.responses;
    responses["429"] = { description: "Slow down." };
    expect(changes(acme(), more)).toEqual(["compatible: GET /balance, 429: status is new"]);
    expect(changes(more, acme())).toEqual(["breaking: GET /balance, 429: status is gone"]);
  });
});

describe("of a request", () => {
  it.each([
    [
      "an optional parameter more",
      acme(),
      withParameter({ schema: {} }),
      "compatible: GET /balance, query page: parameter optional is new",
    ],
    [
      "a required parameter more",
      acme(),
      withParameter({ required: true }),
      "breaking: GET /balance, query page: parameter required is new",
    ],
    [
      "a parameter that became required",
      withParameter({}),
      withParameter({ required: true }),
      "breaking: GET /balance, query page: parameter optional became required",
    ],
    [
      "a parameter that need not be given",
      withParameter({ required: true }),
      withParameter({}),
      "compatible: GET /balance, query page: parameter required became optional",
    ],
    [
      "a word that is not taken any more",
      withParameter({ schema: { enum: ["a", "b"] } }),
      withParameter({ schema: { enum: ["a"] } }),
      'breaking: GET /balance, query page: word "b" is gone',
    ],
    [
      "a type that was widened",
      withParameter({ schema: { type: "integer" } }),
      withParameter({ schema: { type: "number" } }),
      "compatible: GET /balance, query page: type integer became number",
    ],
    [
      "another limit",
      withParameter({ schema: {} }),
      withParameter({ schema: { maximum: 5 } }),
      "breaking: GET /balance, query page: limit maximum 5 is new",
    ],
  ])("%s", (_name, before, after, expected) => {
    expect(changes(before, after)).toEqual([expected]);
  });
});

describe("of the document", () => {
  it.each([
    [
      "another server",
      { servers: [{ url: "https://new.acme.example" }] },
      "breaking: GET /balance: server https://api.acme.example/v1 is gone",
    ],
    [
      "another security",
      { security: [{ other: [] }] },
      "breaking: GET /balance: security apiKey header X-Acme-Key became http basic",
    ],
  ])("%s", (_name, root, expected) => {
    expect(changes(acme(), acme({ root }))).toContain(expected);
  });

  it("an operation that is gone is one change, not one for each of its parts", () => {
    const without = acme();
    delete (without["paths"] as Tree)["/balance"];
    expect(changes(acme(), without)).toEqual(["breaking: GET /balance: operation is gone"]);
  });

  it("a schema of another name changes the package's types", () => {
    expect(changes(acme({ schemas: { Old: {} } }), acme({ schemas: { New: {} } }))).toEqual([
      "breaking: Old: schema name is gone",
      "compatible: New: schema name is new",
    ]);
  });
});

it("a net of schemas that all lead to all is compared in a moment", () => {
  const names = Array.from({ length: 30 }, (_, index) => `Node${index}`);
  const all = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
  const schemas = Object.fromEntries(names.map((name) => [name, { type: "object", properties: all }]));
  const Balance = { $ref: "#/components/schemas/Node0" };
  expect(
    changes(acme({ schemas: { ...schemas, Balance } }), acme({ schemas: { ...schemas, Balance } })),
  ).toEqual([]);
});
