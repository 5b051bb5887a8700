import type { Reply } from "@openbalance/http";
import { expect, it } from "vitest";
import { readElevenlabsProblem } from "../src/index.ts";

const refused = (status: number, body?: unknown): Reply => {
  return { status, body, headers: {}, receivedAtMs: 0 };
};

it.each([
  [400, "bad_request", "never"],
  [401, "unauthenticated", "never"],
  [403, "forbidden", "never"],
  [404, "not_found", "never"],
  [422, "bad_request", "never"],
  [429, "rate_limited", "later"],
  [500, "server_error", "later"],
  [503, "unavailable", "later"],
])("takes %i without words for %s, retried %s", (status, code, retry) => {
  expect(readElevenlabsProblem(refused(status))).toEqual({ code, retry });
});

it.each([
  [401, "missing_permissions", "forbidden", "never"],
  [401, "detected_unusual_activity", "forbidden", "never"],
  [401, "invalid_api_key", "unauthenticated", "never"],
  [429, "system_busy", "unavailable", "later"],
  [401, "quota_exceeded", "bad_request", "never"],
  [429, "too_many_concurrent_requests", "rate_limited", "later"],
])("takes %i %s for %s, retried %s", (status, code, expected, retry) => {
  const body = { detail: { status: code, message: "words" } };
  expect(readElevenlabsProblem(refused(status, body))).toEqual({
    code: expected,
    retry,
    vendorCode: code,
    message: "words",
  });
});

it.each([
  ["alone", { code: "missing_permissions", message: "words" }, "missing_permissions", "forbidden"],
  ["beside a vague status", { code: "system_busy", status: "error" }, "system_busy", "unavailable"],
  [
    "that is vague beside a status",
    { code: "unauthorized", status: "quota_exceeded" },
    "quota_exceeded",
    "bad_request",
  ],
  ["that nobody knows", { code: "new_word", status: "newer_word" }, "new_word", "unauthenticated"],
])("reads a code %s", (_name, detail, vendorCode, code) => {
  expect(readElevenlabsProblem(refused(401, { detail }))).toMatchObject({ code, vendorCode });
});

it.each([
  ["a text", { detail: "words" }],
  ["a list", { detail: [{ loc: ["header"], msg: "words", type: "string_type" }] }],
])("reads the words of a detail that is %s", (_name, body) => {
  expect(readElevenlabsProblem(refused(422, body))).toMatchObject({ code: "bad_request", message: "words" });
});

it.each(["constructor", "__proto__"])("goes by the status when the code is %s", (code) => {
  expect(readElevenlabsProblem(refused(403, { detail: { status: code } }))?.code).toBe("forbidden");
});

it("finds nothing wrong with a success, whatever its body", () => {
  expect(readElevenlabsProblem(refused(200, { detail: { status: "invalid_api_key" } }))).toBeUndefined();
});
