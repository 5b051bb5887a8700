import type { Problem } from "@openbalance/http";
import { expect, it } from "vitest";
import { readVonageProblem } from "../src/index.ts";

function read(status: number, body?: unknown): Problem | undefined {
  return readVonageProblem({ status, body, headers: {}, receivedAtMs: 0 });
}

it("reads the words of this call", () => {
  const words = { "error-code": "401", "error-code-label": "authentication failed" };
  expect(read(401, words)).toEqual({
    code: "unauthenticated",
    retry: "never",
    vendorCode: "401",
    message: "authentication failed",
  });
});

it("reads the words of newer calls, the longer ones first", () => {
  const words = {
    type: "https://developer.vonage.com/api-errors",
    title: "Forbidden",
    detail: "Not this one",
  };
  expect(read(403, words)).toEqual({ code: "forbidden", retry: "never", message: "Not this one" });
  expect(read(403, { title: "Forbidden" })?.message).toBe("Forbidden");
});

it("goes by the status, not by the error code, which is a status in words", () => {
  expect(read(403, { "error-code": "401" })).toMatchObject({ code: "forbidden", vendorCode: "401" });
});

it.each([undefined, null, "denied", { "error-code": {}, "error-code-label": [] }])(
  "goes by the status when the body is %j",
  (body) => {
    expect(read(429, body)).toEqual({ code: "rate_limited", retry: "later" });
  },
);

it("finds nothing wrong with a success", () => {
  expect(read(200, { value: 0 })).toBeUndefined();
});
