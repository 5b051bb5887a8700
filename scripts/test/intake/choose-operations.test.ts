import { describe, expect, it } from "vitest";
import { at } from "../../intake/walk-description.ts";
import { acme, takeInAcme, takeInText } from "./acme.ts";

describe("the operation", () => {
  it.each([
    ["by id", "getBalance"],
    ["by method and path", "GET /balance"],
    ["in any case", "get /balance"],
  ])("is found %s", async (_name, operation) => {
    expect((await takeInAcme({}, { operations: [operation] })).operations).toEqual([
      { method: "get", path: "/balance", id: "getBalance" },
    ]);
  });

  it("need not be named when there is one alone", async () => {
    const intake = await takeInText(
      JSON.stringify(acme({ root: { paths: { "/only": { get: { responses: {} } } } } })),
    );
    expect(intake.operations).toEqual([{ method: "get", path: "/only" }]);
  });

  it.each([
    [
      "that is not there",
      ["GET /gone"],
      'acme.yaml: it holds no operation GET /gone. Take one of its own, for instance "GET /balance"',
    ],
    [
      "that nobody named among several",
      [],
      'it holds 2 operations. Name the one that reads the balance with --operation, for instance "GET /balance"',
    ],
  ])("%s is an error that names others", async (_name, operations, message) => {
    await expect(takeInText(JSON.stringify(acme()), { operations })).rejects.toThrow(message);
  });
});

describe("Swagger 2.0", () => {
  const swagger = {
    swagger: "2.0",
    info: { title: "Acme", version: "1" },
    host: "api.acme.example",
    basePath: "/v1",
    schemes: ["https"],
    produces: ["application/json"],
    securityDefinitions: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    security: [{ key: [] }],
    paths: {
      "/balance": {
        get: {
          operationId: "getBalance",
          parameters: [{ name: "id", in: "query", type: "integer" }],
          responses: { 200: { description: "", schema: { $ref: "#/definitions/Balance" } } },
        },
      },
    },
    definitions: {
      Balance: { type: "object", properties: { amount: { type: "number", "x-nullable": true } } },
      Unreached: {},
    },
  };

  it("is converted to OpenAPI 3.0 before it is cut", async () => {
    const { description, baseUrl, credential } = await takeInText(JSON.stringify(swagger));
    expect(description).toMatchObject({
      openapi: expect.stringMatching(/^3\.0\./),
      paths: {
        "/balance": { get: { parameters: [{ name: "id", in: "query", schema: { type: "integer" } }] } },
      },
      components: { schemas: { Balance: { properties: { amount: { type: "number", nullable: true } } } } },
    });
    expect(at(description, "components", "schemas", "Unreached")).toBeUndefined();
    expect({ baseUrl, credential }).toEqual({
      baseUrl: "https://api.acme.example/v1",
      credential: { option: "apiKey", header: "x-key", prefix: "" },
    });
  });

  it("may give its version as a number, as YAML does", async () => {
    expect((await takeInText(JSON.stringify({ ...swagger, swagger: 2 }))).description["openapi"]).toMatch(
      /^3\.0\./,
    );
  });

  it.each([
    [{ ...swagger, swagger: "1.2" }, 'Swagger "1.2"'],
    [acme({ root: { openapi: "4.0.0" } }), 'OpenAPI "4.0.0"'],
  ])("of another version is refused", async (document, version) => {
    await expect(takeInText(JSON.stringify(document))).rejects.toThrow(`${version} is not supported`);
  });
});
