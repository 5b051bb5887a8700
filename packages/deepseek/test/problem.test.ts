import { expect, it } from "vitest";
import { readDeepseekProblem } from "../src/index.ts";

const refused = (status: number, error: unknown) => {
  return readDeepseekProblem({ status, headers: {}, body: { error }, receivedAtMs: 0 });
};

it("goes by the type of a refused key, whose code says that the request is invalid", () => {
  const error = { message: "key ****3a7f", type: "authentication_error", code: "invalid_request_error" };
  for (const status of [400, 401]) {
    expect(refused(status, error)).toEqual({
      code: "unauthenticated",
      retry: "never",
      vendorCode: "authentication_error",
    });
  }
});

it("leaves the message of a 401 aside, whatever its type", () => {
  expect(refused(401, { message: "key ****3a7f" })).toEqual({ code: "unauthenticated", retry: "never" });
});

it("keeps the message of every other refusal", () => {
  expect(refused(429, { message: "Too many", type: "rate_limit_error" })).toMatchObject({
    code: "rate_limited",
    vendorCode: "rate_limit_error",
    message: "Too many",
  });
});

it.each(["denied", null, [], { type: 5.5, message: true }])(
  "goes by the status when the error is %j",
  (error) => {
    expect(refused(403, error)).toEqual({ code: "forbidden", retry: "never" });
  },
);

it("finds nothing wrong with a success", () => {
  expect(refused(200, { type: "authentication_error" })).toBeUndefined();
});

it("says of a 402 without words that the balance is used up", () => {
  expect(refused(402, null)).toMatchObject({ code: "bad_request", reason: "the balance is used up" });
  expect(refused(402, { message: "Insufficient Balance" })).toMatchObject({
    message: "Insufficient Balance",
  });
});
