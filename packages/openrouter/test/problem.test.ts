import { expect, it } from "vitest";
import { readOpenrouterProblem } from "../src/index.ts";

const read = (status: number, body: unknown) => {
  return readOpenrouterProblem({ status, headers: {}, body, receivedAtMs: 0 });
};

it("keeps the vendor's code and its words", () => {
  expect(read(403, { error: { code: 403, message: "Only management keys" } })).toEqual({
    code: "forbidden",
    retry: "never",
    vendorCode: "403",
    message: "Only management keys",
  });
});

it("prefers the type of an error to its number", () => {
  const body = { error: { code: 429, message: "Slow", metadata: { error_type: "rate_limit_exceeded" } } };
  expect(read(429, body)).toMatchObject({ code: "rate_limited", vendorCode: "rate_limit_exceeded" });
});

it.each([
  [401, "unauthenticated"],
  [403, "forbidden"],
  [429, "rate_limited"],
  [502, "unavailable"],
])("takes an error %i under status 200 for %s", (code, expected) => {
  expect(read(200, { error: { code, message: "refused" } })?.code).toBe(expected);
});

it.each([{ code: 200 }, { code: 7 }, { message: "odd" }, "refused", true])(
  "takes an error %j under status 200 for the vendor's, and for no balance",
  (error) => {
    expect(read(200, { error })).toMatchObject({ code: "vendor_error", retry: "never" });
  },
);

it.each([{ data: {} }, { data: {}, error: null }, null, []])("finds nothing wrong with %j", (body) => {
  expect(read(200, body)).toBeUndefined();
});

it.each([undefined, null, "denied", { error: "denied" }])(
  "goes by the status when the body is %j",
  (body) => {
    expect(read(503, body)).toEqual({ code: "unavailable", retry: "later" });
  },
);
