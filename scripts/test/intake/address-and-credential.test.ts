import { describe, expect, it } from "vitest";
import { at } from "../../intake/walk-description.ts";
import { acme, corrected, problems, takeInAcme, takeInText } from "./acme.ts";

describe("the address", () => {
  const variables = { region: { default: "eu" }, port: {} };
  it.each([
    ["absolute", [{ url: "https://api.acme.example/v1/" }], "https://api.acme.example/v1", 0],
    [
      "one of several",
      [{ url: "https://eu.acme.example" }, { url: "https://us.acme.example" }],
      "https://eu.acme.example",
      1,
    ],
    ["with variables", [{ url: "https://{region}.acme.example", variables }], "https://eu.acme.example", 1],
    ["with a variable without a default", [{ url: "https://acme.example:{port}", variables }], undefined, 1],
    ["relative", [{ url: "/v1" }], "https://docs.acme.example/v1", 1],
    ["on this machine", [{ url: "http://localhost:3000" }], undefined, 1],
    ["without https", [{ url: "http://api.acme.example" }], undefined, 1],
    ["not there", undefined, undefined, 1],
    ["an empty list", [], undefined, 1],
  ])("is %s", async (_name, servers, expected, found) => {
    const text = JSON.stringify(acme({ root: { servers } }));
    const intake = await takeInText(
      text,
      { operations: ["getBalance"] },
      new URL("https://docs.acme.example/spec/openapi.json"),
    );
    expect(intake.baseUrl).toBe(expected);
    expect(intake.findings).toHaveLength(found);
  });

  it("is not known when it is relative to a file", async () => {
    expect((await takeInAcme({ root: { servers: [{ url: "/v1" }] } })).baseUrl).toBeUndefined();
  });

  it("of the operation comes before the document's", async () => {
    const { baseUrl } = await takeInAcme({ operation: { servers: [{ url: "https://own.acme.example" }] } });
    expect(baseUrl).toBe("https://own.acme.example");
  });
});

describe("the credential", () => {
  it.each([
    [
      "a key in a header",
      { type: "apiKey", in: "header", name: "X-Key" },
      { option: "apiKey", header: "x-key", prefix: "" },
    ],
    [
      "a bearer token",
      { type: "http", scheme: "Bearer" },
      { option: "token", header: "authorization", prefix: "Bearer " },
    ],
    [
      "OAuth 2",
      { type: "oauth2", flows: {} },
      { option: "token", header: "authorization", prefix: "Bearer " },
    ],
    [
      "user and password",
      { type: "http", scheme: "basic" },
      { option: "basicCredentials", header: "authorization", prefix: "Basic " },
    ],
    ["a key in the query", { type: "apiKey", in: "query", name: "key" }, undefined],
  ])("is %s", async (_name, key, expected) => {
    const intake = await takeInAcme({ components: { securitySchemes: { key } } });
    expect(intake.credential).toEqual(expected);
    expect(intake.findings).toHaveLength(expected === undefined ? 1 : 0);
  });

  it("described as a header parameter becomes a security scheme", async () => {
    const parameters = [
      { name: "xi-api-key", in: "header", schema: {} },
      { name: "page", in: "query", schema: {} },
    ];
    const intake = await takeInAcme({ operation: { parameters }, root: { security: undefined } });
    expect(intake.credential).toEqual({ option: "apiKey", header: "xi-api-key", prefix: "" });
    expect(at(corrected(intake), "paths", "/balance", "get")).toMatchObject({
      security: [{ "xi-api-key": [] }],
      parameters: [{ name: "page" }],
    });
    expect(at(corrected(intake), "components", "securitySchemes", "xi-api-key")).toEqual({
      type: "apiKey",
      in: "header",
      name: "xi-api-key",
    });
  });

  it("behind a reference is found as well, and other headers are left alone", async () => {
    const intake = await takeInAcme({
      operation: {
        parameters: [
          { name: "X-Request-Id", in: "header", schema: {} },
          { $ref: "#/components/parameters/Auth" },
        ],
      },
      root: {
        security: undefined,
        components: { parameters: { Auth: { name: "Authorization", in: "header", schema: {} } } },
      },
    });
    expect(intake.credential?.header).toBe("authorization");
    expect(at(corrected(intake), "paths", "/balance", "get", "parameters")).toMatchObject([
      { name: "X-Request-Id" },
    ]);
  });

  it("that is not described is for a person to decide, and none on purpose is not", async () => {
    expect(problems(await takeInAcme({ root: { security: undefined } }))).toEqual([
      "#/paths/~1balance/get: the document does not say how a request is authenticated",
    ]);
    expect(problems(await takeInAcme({ operation: { security: [] } }))).toEqual([]);
  });

  it("of several at once is sent as far as one header goes, and the rest is named", async () => {
    const securitySchemes = {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      sign: { type: "apiKey", in: "header", name: "X-Sign" },
    };
    const intake = await takeInAcme({
      components: { securitySchemes },
      operation: { security: [{ key: [], sign: [] }] },
    });
    expect(intake.credential?.header).toBe("x-key");
    expect(problems(intake)).toEqual([
      "#/paths/~1balance/get/security: a request carries key and sign together",
    ]);
  });
});
