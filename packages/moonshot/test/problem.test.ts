import { expect, it } from "vitest";
import { readMoonshotProblem } from "../src/index.ts";

const read = (status: number, body: unknown) => {
  return readMoonshotProblem({ status, headers: {}, body, receivedAtMs: 0 });
};
const data = { available_balance: 0, voucher_balance: 0, cash_balance: 0 };

it.each([
  ["a code that is not 0", { code: 5, data, scode: "0x5", status: true }, "5"],
  ["a code that is not 0, as text", { code: "5", data, status: true }, "5"],
  ["a status that is false", { code: 0, data, scode: "0x0", status: false }, undefined],
  ["an error", { error: { type: "server_error" } }, "server_error"],
  ["an error that is no object", { error: true, data }, undefined],
])("takes a 200 with %s for no balance", (_name, body, vendorCode) => {
  expect(read(200, body)).toMatchObject({ code: "vendor_error", retry: "never" });
  expect(read(200, body)?.vendorCode).toBe(vendorCode);
});

it.each([
  ["its flags", { code: 0, data, scode: "0x0", status: true }],
  ["a code as text", { code: "0", data, status: true }],
  ["no flags", { data }],
  ["an error that is null", { code: 0, data, error: null }],
  ["no body", null],
])("finds nothing wrong with a 200 with %s", (_name, body) => {
  expect(read(200, body)).toBeUndefined();
});

it("knows a refused key by its type, under any status", () => {
  const body = { error: { message: "Invalid Authentication", type: "invalid_authentication_error" } };
  for (const status of [200, 400, 401]) {
    expect(read(status, body)).toEqual({
      code: "unauthenticated",
      retry: "never",
      vendorCode: "invalid_authentication_error",
      message: "Invalid Authentication",
    });
  }
});

it("goes by the status of every other refusal", () => {
  expect(read(503, { error: { type: "engine_overloaded_error" } })).toMatchObject({
    code: "unavailable",
    retry: "later",
    vendorCode: "engine_overloaded_error",
  });
});
