import type { Problem } from "@openbalance/http";
import { expect, it } from "vitest";
import { readStripeProblem } from "../src/index.ts";

function read(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Problem | undefined {
  return readStripeProblem({ status, body, headers, receivedAtMs: 0 });
}

it("takes the code rate_limit before the status", () => {
  const error = { type: "invalid_request_error", code: "rate_limit", message: "Too many" };
  expect(read(400, { error })).toEqual({
    code: "rate_limited",
    retry: "later",
    vendorCode: "rate_limit",
    message: "Too many",
  });
});

it("keeps the code, or the type where there is none, and goes by the status", () => {
  const error = { type: "invalid_request_error", message: "why" };
  expect(read(403, { error })).toEqual({
    code: "forbidden",
    retry: "never",
    vendorCode: "invalid_request_error",
    message: "why",
  });
  const expired = { error: { ...error, code: "api_key_expired" } };
  expect(read(401, expired)).toMatchObject({ code: "unauthenticated", vendorCode: "api_key_expired" });
  expect(read(402, { error })?.code).toBe("bad_request");
});

it.each([
  [500, "false", "server_error", "never"],
  [429, "false", "rate_limited", "never"],
  [409, "true", "bad_request", "later"],
  [409, "maybe", "bad_request", "never"],
  [500, "", "server_error", "later"],
])("of %i takes stripe-should-retry %j at its word", (status, advice, code, retry) => {
  expect(read(status, undefined, { "stripe-should-retry": advice })).toEqual({ code, retry });
});

it.each([undefined, null, "denied", { error: null }, { error: { type: [], code: {} } }])(
  "goes by the status when the body is %j",
  (body) => {
    expect(read(404, body)).toEqual({ code: "not_found", retry: "never" });
  },
);

it("finds nothing wrong with a success, whatever it says", () => {
  expect(read(200, { error: { code: "rate_limit" } }, { "stripe-should-retry": "true" })).toBeUndefined();
});
