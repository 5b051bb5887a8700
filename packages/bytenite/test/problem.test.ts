import { describe, expect, it } from "vitest";
import { readByteniteProblem } from "../src/index.ts";

function problemOf(status: number, body: unknown): ReturnType<typeof readByteniteProblem> {
  return readByteniteProblem({ status, body, headers: {}, receivedAtMs: 0 });
}

it.each([
  [1, "timeout", "later"],
  [2, "server_error", "later"],
  [3, "bad_request", "never"],
  [4, "timeout", "later"],
  [5, "not_found", "never"],
  [6, "bad_request", "never"],
  [7, "forbidden", "never"],
  [8, "rate_limited", "later"],
  [9, "bad_request", "never"],
  [10, "bad_request", "never"],
  [11, "bad_request", "never"],
  [12, "server_error", "later"],
  [13, "server_error", "later"],
  [14, "unavailable", "later"],
  [15, "server_error", "later"],
  [16, "unauthenticated", "never"],
])("reads gRPC code %i as %s, whatever the status", (code, common, retry) => {
  for (const status of [400, 418, 500]) {
    expect(problemOf(status, { code, message: "words", details: [] })).toEqual({
      code: common,
      retry,
      vendorCode: String(code),
      message: "words",
    });
  }
});

it.each([
  [501, { code: 12, message: "Not built" }],
  [505, { code: 14, message: "Not this version" }],
])("never repeats a call that was answered %i", (status, body) => {
  expect(problemOf(status, body)).toMatchObject({ retry: "never" });
});

describe("a code that gRPC does not have", () => {
  it.each([0, 17, -1, "UNAUTHENTICATED", "constructor"])("leaves it to the status: %j", (code) => {
    expect(problemOf(403, { code })).toEqual({ code: "forbidden", retry: "never", vendorCode: String(code) });
  });

  it.each([1.5, true, null, {}, [16]])("is none when it is no code at all: %j", (code) => {
    expect(problemOf(403, { code })).toEqual({ code: "forbidden", retry: "never" });
  });
});

it.each([null, undefined, {}, [], 5, "", { message: {} }, { message: "" }])(
  "leaves a body that says nothing to the status: %j",
  (body) => {
    expect(problemOf(401, body)).toEqual({ code: "unauthenticated", retry: "never" });
    expect(problemOf(503, body)).toEqual({ code: "unavailable", retry: "later" });
  },
);

it("takes a body that is a text for the vendor's words", () => {
  expect(problemOf(401, "Unauthorized")).toEqual({
    code: "unauthenticated",
    retry: "never",
    message: "Unauthorized",
  });
});

it.each([[null], [[]], ["ok"], [5], [undefined]])("takes %j under status 200 for no balance", (body) => {
  expect(problemOf(200, body)).toMatchObject({ code: "bad_response", retry: "never" });
});

it.each([{}, { totalBalance: 1 }, { code: 5 }])("finds nothing wrong with %j under status 200", (body) => {
  expect(problemOf(200, body)).toBeUndefined();
});
