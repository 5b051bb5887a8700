import { describe, expect, it } from "vitest";
import { at } from "../../intake/walk-description.ts";
import { acme, problems, takeInAcme, takeInText } from "./acme.ts";

const json = (schema: object): object => ({ "application/json": { schema } });
const reply = (schema: object): object => ({ description: "", content: json(schema) });

describe("the cut", () => {
  it("keeps the operations wanted with what they reach, and nothing else", async () => {
    const { description } = await takeInAcme({
      root: { webhooks: {}, "x-groups": [], tags: [{ name: "Other" }] },
    });
    expect(Object.keys(description)).toEqual([
      "openapi",
      "info",
      "servers",
      "security",
      "paths",
      "components",
    ]);
    expect(Object.keys(description["paths"] ?? {})).toEqual(["/balance"]);
    expect(at(description, "components", "schemas")).toEqual({
      Balance: { type: "object", properties: { amount: { type: "string" } } },
    });
    expect(Object.keys(at(description, "components", "securitySchemes") ?? {})).toEqual(["key"]);
  });

  it("follows references through every kind of component, and the schemas of a discriminator", async () => {
    const { description } = await takeInAcme({
      operation: {
        parameters: [{ $ref: "#/components/parameters/Page" }],
        responses: { "200": { $ref: "#/components/responses/Success" } },
      },
      schemas: {
        Balance: {
          oneOf: [],
          discriminator: { propertyName: "kind", mapping: { a: "Cash", b: "#/components/schemas/Credit" } },
        },
        Cash: { $ref: "#/components/schemas/Money" },
        Credit: {},
        Money: {},
      },
      components: {
        parameters: { Page: { name: "page", in: "query", schema: {} }, Unreached: {} },
        responses: {
          Success: {
            ...reply({ $ref: "#/components/schemas/Balance" }),
            headers: { X: { $ref: "#/components/headers/X" } },
          },
        },
        headers: { X: { schema: {} } },
        schemas: {
          Balance: {
            discriminator: { propertyName: "kind", mapping: { a: "Cash", b: "#/components/schemas/Credit" } },
          },
          Cash: { $ref: "#/components/schemas/Money" },
          Credit: {},
          Money: {},
          Unreached: {},
        },
      },
    });
    const names = Object.entries(description["components"] ?? {}).flatMap(([kind, members]) =>
      Object.keys(members as object).map((name) => `${kind}/${name}`),
    );
    expect(names.toSorted()).toEqual([
      "headers/X",
      "parameters/Page",
      "responses/Success",
      "schemas/Balance",
      "schemas/Cash",
      "schemas/Credit",
      "schemas/Money",
      "securitySchemes/key",
    ]);
  });

  it("leads a reference into a part that is cut away to a component of its own", async () => {
    const reference = "#/paths/~1other/get/responses/200/content/application~1json/schema";
    const document = acme({ operation: { responses: { "200": reply({ $ref: reference }) } } });
    document["paths"] = {
      ...(document["paths"] as object),
      "/other": {
        get: { responses: { "200": reply({ type: "object", properties: { next: { $ref: reference } } }) } },
      },
    };
    const intake = await takeInText(JSON.stringify(document), { operations: ["getBalance"] });
    const name = "paths__other_get_responses_200_content_application_json_schema";
    expect(at(intake.description, "components", "schemas")).toEqual({
      [name]: { type: "object", properties: { next: { $ref: `#/components/schemas/${name}` } } },
    });
    expect(problems(intake)).toContain(
      `${reference}: a reference leads here, into a part that is no component and may be cut away`,
    );
  });

  it("takes what looks like a reference in an example for the value it is", async () => {
    const content = {
      "application/json": { schema: {}, example: { $ref: "#/components/schemas/Unreached" } },
    };
    const { description } = await takeInAcme({
      operation: { responses: { "200": { description: "", content } } },
    });
    expect(at(description, "components", "schemas")).toBeUndefined();
  });

  it("leaves the vendor's sentences and samples out, and members of these names in", async () => {
    const { description } = await takeInAcme({
      operation: { summary: "Words", description: "Words", "x-codeSamples": [{ source: "code" }] },
      schemas: {
        Balance: {
          type: "object",
          description: "Words",
          properties: { description: { type: "string" }, summary: { description: "Words" } },
        },
      },
    });
    expect(JSON.stringify(description)).not.toMatch(/Words|code/);
    expect(at(description, "components", "schemas", "Balance", "properties")).toEqual({
      description: { type: "string" },
      summary: {},
    });
    expect(at(description, "paths", "/balance", "get", "responses", "200", "description")).toBe("OK");
  });

  it("keeps the sentences when asked to", async () => {
    const { description } = await takeInAcme({ operation: { summary: "Words" } }, { wording: "vendor" });
    expect(at(description, "paths", "/balance", "get", "summary")).toBe("Words");
  });
});

describe("errors that drag in hundreds of schemas", () => {
  const names = Array.from({ length: 100 }, (_, index) => `Error${index}`);
  const chain = Object.fromEntries(
    names.map((name, index) => [
      name,
      { properties: { next: { $ref: `#/components/schemas/${names[index + 1] ?? "Error0"}` } } },
    ]),
  );
  const operation = {
    responses: {
      "200": reply({ $ref: "#/components/schemas/Balance" }),
      "400": reply({ $ref: "#/components/schemas/Error0" }),
      default: { $ref: "#/components/responses/Other" },
    },
  };
  const components = {
    responses: {
      Other: {
        description: "",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Error0" } } },
      },
    },
  };
  const document = acme({ operation, schemas: chain });
  document["components"] = { ...(document["components"] as object), ...components };
  const text = JSON.stringify(document);

  it("are kept unless asked otherwise, and the option is named", async () => {
    const intake = await takeInText(text, { operations: ["getBalance"] });
    expect(Object.keys(at(intake.description, "components", "schemas") ?? {})).toHaveLength(101);
    expect(problems(intake)).toContain(
      "#/components/schemas: 101 schemas are reached, 100 of them by errors alone",
    );
  });

  it("lose their schemas and keep status and media type when cut off", async () => {
    const { description } = await takeInText(text, { operations: ["getBalance"], errors: "cut-off" });
    expect(Object.keys(at(description, "components", "schemas") ?? {})).toEqual(["Balance"]);
    expect(at(description, "paths", "/balance", "get", "responses", "default")).toEqual({
      description: "default",
      content: { "application/problem+json": { schema: {} } },
    });
  });
});
