import type { Problem } from "@openbalance/http";
import { expect, it } from "vitest";
import { readTwilioProblem } from "../src/index.ts";

function read(status: number, body: unknown): Problem | undefined {
  return readTwilioProblem({ status, body, headers: {}, receivedAtMs: 0 });
}

it.each([
  [20003, 400, "unauthenticated", "never"],
  [20404, 400, "not_found", "never"],
  [20429, 400, "rate_limited", "later"],
  [70051, 401, "forbidden", "never"],
])("takes code %i before the status %i", (code, status, meaning, retry) => {
  const words = { code, message: "why", more_info: "https://www.twilio.com/docs/errors", status };
  expect(read(status, words)).toEqual({ code: meaning, retry, vendorCode: String(code), message: "why" });
});

it("keeps a code that is in no table and goes by the status", () => {
  expect(read(403, { code: 20004 })).toEqual({ code: "forbidden", retry: "never", vendorCode: "20004" });
});

it.each([
  ["no body", undefined],
  ["null", null],
  ["a text", "denied"],
  ["a code of another type", { code: { value: 20003 }, message: [] }],
])("goes by the status when the body is %s", (_name, body) => {
  expect(read(500, body)).toEqual({ code: "server_error", retry: "later" });
});

it("finds nothing wrong with a success, whatever its body", () => {
  expect(read(200, { code: 20003 })).toBeUndefined();
});
