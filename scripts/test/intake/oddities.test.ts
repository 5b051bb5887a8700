import type { Tree } from "@openbalance/specs/read-document";
import { describe, expect, it } from "vitest";
import { generateTypes } from "../../generate/types.ts";
import type { Intake } from "../../intake/take-in.ts";
import { at } from "../../intake/walk-description.ts";
import { acme, corrected, problems, takeInAcme, takeInText } from "./acme.ts";

const balance = "#/components/schemas/Balance";
const replyOf = (content: object): Tree => ({ responses: { "200": { description: "", content } } });

/** What stands in the corrected description; types can be made of it, whatever it was. */
async function mended(intake: Intake, ...keys: readonly (string | number)[]): Promise<unknown> {
  const document = corrected(intake);
  expect(await generateTypes("acme", document)).toContain("export interface paths");
  return at(document, ...keys);
}

describe("references that lead nowhere", () => {
  const gone = { $ref: "#/components/schemas/Gone" };
  it.each([
    ["in a member", { properties: { amount: gone } }, ["properties", "amount"], {}],
    ["in a list", { allOf: [gone, { type: "object" }] }, ["allOf"], [{}, { type: "object" }]],
    ["in a map", { additionalProperties: gone }, ["additionalProperties"], {}],
  ])("%s let anything stand there", async (_name, schema, keys, expected) => {
    const intake = await takeInAcme({ schemas: { Balance: schema } });
    expect(intake.findings[0]?.problem).toBe(
      "it refers to #/components/schemas/Gone, which the document does not hold",
    );
    expect(at(intake.description, "components", "schemas", "Balance")).toEqual(schema);
    expect(await mended(intake, "components", "schemas", "Balance", ...keys)).toEqual(expected);
  });

  it("to a response keep the status alone", async () => {
    const intake = await takeInAcme({
      operation: { responses: { "200": { $ref: "#/components/responses/Gone" } } },
    });
    expect(await mended(intake, "paths", "/balance", "get", "responses", "200")).toEqual({
      description: "The vendor's document does not say what comes.",
    });
  });

  it("to parameters, headers and examples are taken out", async () => {
    const parameters = [
      { $ref: "#/components/parameters/A" },
      { name: "q", in: "query", schema: {} },
      { $ref: "#/components/parameters/B" },
    ];
    const content = {
      "application/json": { schema: {}, examples: { lost: { $ref: "#/components/examples/C" } } },
    };
    const headers = { "X-Lost": { $ref: "#/components/headers/D" } };
    const intake = await takeInAcme({
      operation: { parameters, responses: { "200": { description: "", content, headers } } },
    });
    expect(await mended(intake, "paths", "/balance", "get", "parameters")).toEqual([
      { name: "q", in: "query", schema: {} },
    ]);
    expect(await mended(intake, "paths", "/balance", "get", "responses", "200")).toEqual({
      description: "OK",
      headers: {},
      content: { "application/json": { schema: {}, examples: {} } },
    });
  });
});

it("a discriminator that leads nowhere loses the entry; one that names a schema alone gets its reference", async () => {
  const discriminator = {
    propertyName: "kind",
    mapping: { cash: "Cash", gone: "#/components/schemas/Gone", lost: "Lost" },
  };
  const kinds = { Cash: { type: "object", properties: { kind: { type: "string" } } } };
  const intake = await takeInAcme({
    schemas: { ...kinds, Balance: { oneOf: [{ $ref: "#/components/schemas/Cash" }], discriminator } },
  });
  expect(problems(intake)).toEqual([
    `${balance}/discriminator/mapping/cash: the discriminator names the schema Cash without a reference`,
    `${balance}/discriminator/mapping/gone: the discriminator leads to #/components/schemas/Gone, which the document does not hold`,
    `${balance}/discriminator/mapping/lost: the discriminator leads to Lost, which the document does not hold`,
  ]);
  expect(await mended(intake, "components", "schemas", "Balance", "discriminator", "mapping")).toEqual({
    cash: "#/components/schemas/Cash",
  });
});

it.each(["object", "array"])("an enum of words on the type %s is taken out", async (type) => {
  const intake = await takeInAcme({
    schemas: { Balance: { properties: { "state.of/it": { type, enum: ["a", "b"] } } } },
  });
  expect(problems(intake)[0]).toContain("that is one of a few words");
  expect(await mended(intake, "components", "schemas", "Balance", "properties")).toEqual({
    "state.of/it": { type },
  });
});

it("an operation without a name gets one from its method and path", async () => {
  const paths = {
    "/v2/wallets/{wallet_id}/balance-now": { get: replyOf({ "application/json": { schema: {} } }) },
  };
  const intake = await takeInText(JSON.stringify(acme({ root: { paths } })));
  expect(problems(intake)).toEqual([
    "#/paths/~1v2~1wallets~1{wallet_id}~1balance-now/get: the operation has no operationId",
  ]);
  const path = "/v2/wallets/{wallet_id}/balance-now";
  expect(await mended(intake, "paths", path, "get", "operationId")).toBe("getV2WalletsByWalletIdBalanceNow");
});

it.each([
  ["a member that is itself", { properties: { parent: { $ref: balance } } }],
  ["a list of itself", { type: "array", items: { $ref: balance } }],
  ["itself by way of another", { properties: { other: { $ref: "#/components/schemas/Other" } } }],
])("a schema with %s is kept and named", async (_name, schema) => {
  const intake = await takeInAcme({ schemas: { Balance: schema, Other: { allOf: [{ $ref: balance }] } } });
  expect(problems(intake)).toContain(`${balance}: the schema contains itself`);
  expect(await mended(intake, "components", "schemas", "Balance")).toEqual(schema);
});

it("names with dots, slashes, spaces and percent signs are reached", async () => {
  const names = { "acme.v1.Money": {}, "acme/Money": {}, "Money in €": {}, "100%": {}, "~tilde": {} };
  const properties = {
    a: { $ref: "#/components/schemas/acme.v1.Money" },
    b: { $ref: "#/components/schemas/acme~1Money" },
    c: { $ref: "#/components/schemas/Money%20in%20%E2%82%AC" },
    d: { $ref: "#/components/schemas/100%25" },
    e: { $ref: "#/components/schemas/~0tilde" },
  };
  const intake = await takeInAcme({ schemas: { ...names, Balance: { properties } } });
  expect(intake.findings).toEqual([]);
  const schemas = await mended(intake, "components", "schemas");
  expect(Object.keys(schemas ?? {})).toEqual(expect.arrayContaining(Object.keys(names)));
});

describe("media types", () => {
  it("lose their parameters in the overlay", async () => {
    const intake = await takeInAcme({
      operation: replyOf({ "application/json; charset=utf-8": { schema: { type: "object" } } }),
    });
    expect(problems(intake)).toEqual([
      "#/paths/~1balance/get/responses/200/content/application~1json; charset=utf-8: the media type has a parameter",
    ]);
    expect(await mended(intake, "paths", "/balance", "get", "responses", "200", "content")).toEqual({
      "application/json": { schema: { type: "object" } },
    });
  });

  it("of HAL are kept and named", async () => {
    const intake = await takeInAcme({ operation: replyOf({ "application/hal+json": { schema: {} } }) });
    expect(problems(intake)).toEqual([
      "#/paths/~1balance/get/responses/200/content: a success comes as application/hal+json",
    ]);
  });

  it("that are no JSON, and the lack of a 200, are for a person", async () => {
    expect(problems(await takeInAcme({ operation: replyOf({ "text/csv": {} }) }))).toEqual([
      "#/paths/~1balance/get/responses/200/content: a success is no JSON",
    ]);
    expect(
      problems(await takeInAcme({ operation: { responses: { default: { description: "" } } } })),
    ).toEqual(["#/paths/~1balance/get/responses: the operation has no response 200"]);
  });
});

it("an example that is a reference is taken out, since generators follow it", async () => {
  const lost = { $ref: "#/components/examples/Gone" };
  const examples = { lost: { value: [lost] }, kept: { value: { amount: "1" } } };
  const intake = await takeInAcme({
    operation: replyOf({ "application/json": { schema: { example: lost }, examples } }),
  });
  expect(problems(intake)).toHaveLength(2);
  expect(
    await mended(intake, "paths", "/balance", "get", "responses", "200", "content", "application/json"),
  ).toEqual({
    schema: {},
    examples: { kept: { value: { amount: "1" } } },
  });
});

it("a number in a path becomes text, wherever the parameter stands", async () => {
  const [id, page] = [
    { name: "id", in: "path", required: true, schema: { type: "integer", format: "int64" } },
    { name: "page", in: "query", schema: { type: "integer" } },
  ];
  const item = {
    parameters: [{ $ref: "#/components/parameters/Tenant" }],
    get: {
      operationId: "get",
      parameters: [page, id],
      responses: { "200": { description: "", content: { "application/json": {} } } },
    },
  };
  const document = acme({ root: { paths: { "/{tenant}/{id}": item } } });
  const Tenant = { name: "tenant", in: "path", required: true, schema: { type: "number" } };
  (document["components"] as Tree)["parameters"] = { Tenant };
  const intake = await takeInText(JSON.stringify(document));
  expect(problems(intake)).toEqual([
    "#/components/parameters/Tenant/schema: the parameter tenant of the path is a number",
    "#/paths/~1{tenant}~1{id}/get/parameters/1/schema: the parameter id of the path is a number",
  ]);
  expect(await mended(intake, "paths", "/{tenant}/{id}", "get", "parameters")).toMatchObject([
    { schema: { type: "integer" } },
    { schema: { type: "string" } },
  ]);
  expect(at(corrected(intake), "components", "parameters", "Tenant", "schema", "type")).toBe("string");
});
