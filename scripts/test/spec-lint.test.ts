import { listVendors, type OpenApiDocument } from "@openbalance/specs";
import { describe, expect, it } from "vitest";
import { lintDocument, lintSpec } from "../spec-lint/lint-spec.ts";
import { described, mocked } from "../spec-lint/rules.ts";

it.each(await listVendors())("%s: the description with its overlays breaks no rule", async (vendor) => {
  expect(await lintSpec(vendor)).toEqual([]);
});

interface Acme {
  readonly operation?: object;
  readonly properties?: object;
  readonly media?: object;
}

function acme({ operation = {}, properties = {}, media = {} }: Acme): OpenApiDocument {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Balance" }, ...media } };
  return {
    openapi: "3.1.0",
    info: { title: "Acme", version: "1" },
    servers: [{ url: "https://api.acme.example" }],
    paths: {
      "/balance": {
        get: {
          operationId: "getBalance",
          security: [],
          responses: { "200": { $ref: "#/components/responses/Success" }, "401": { description: "No." } },
          ...operation,
        },
      },
    },
    components: {
      responses: { Success: { description: "Yes.", content } },
      schemas: { Balance: { type: "object", properties } },
    },
  };
}

async function rulesBroken(document: OpenApiDocument, rules = described): Promise<readonly string[]> {
  return (await lintDocument(document, rules)).map(({ rule, place }) => `${rule} ${place}`);
}

const balance = "#/components/schemas/Balance/properties";

describe("the rules", () => {
  it("find nothing in a description that keeps them", async () => {
    const media = { examples: { documented: { value: {} } } };
    expect(await rulesBroken(acme({ media }))).toEqual([]);
    expect(await rulesBroken(acme({ media }), mocked)).toEqual([]);
  });

  it("want an operation to say how it is secured, or that it is not", async () => {
    const [broken] = await rulesBroken(acme({ operation: { security: undefined } }));
    expect(broken).toMatch(/^security-defined .*\/paths\/~1balance\/get/);
  });

  it("want an example of every JSON reply, behind a reference too", async () => {
    expect(await rulesBroken(acme({}), mocked)).toEqual([
      "openbalance/response-example #/components/responses/Success/content/application~1json",
    ]);
    expect(await rulesBroken(acme({ media: { examples: {} } }), mocked)).toHaveLength(1);
  });

  it.each([
    ["a fraction by any name", "value", { type: "number" }],
    ["a text that is called an amount", "availableBalance", { type: "string" }],
    ["a whole number that is called an amount", "total_credits", { type: "integer" }],
    ["an amount that may be null", "balance", { type: ["string", "null"] }],
  ])("want the unit of %s", async (_name, name, schema) => {
    expect(await rulesBroken(acme({ properties: { [name]: schema } }))).toEqual([
      `openbalance/amount-unit ${balance}/${name}`,
    ]);
    expect(await rulesBroken(acme({ properties: { [name]: { ...schema, "x-unit": "USD" } } }))).toEqual([]);
  });

  it("want the unit of amounts in a map and in a list", async () => {
    const number = { type: "number" };
    const properties = {
      locks: { type: "object", additionalProperties: number },
      rows: { type: "array", items: { type: "object", properties: { held: number } } },
    };
    expect(await rulesBroken(acme({ properties }))).toEqual([
      `openbalance/amount-unit ${balance}/locks/additionalProperties`,
      `openbalance/amount-unit ${balance}/rows/items/properties/held`,
    ]);
  });

  it.each([
    ["a time", "balance_updated_at", { type: "string", format: "date-time" }],
    ["one of a few words", "balance_type", { type: "string", enum: ["prepaid"] }],
    ["an id", "wallet_id", { type: "string" }],
    ["a counter by another name", "page", { type: "integer" }],
  ])("want no unit of %s", async (_name, name, schema) => {
    expect(await rulesBroken(acme({ properties: { [name]: schema } }))).toEqual([]);
  });
});
