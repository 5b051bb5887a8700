import type { Reply } from "@openbalance/http";
import { expect, it } from "vitest";
import { readXaiProblem } from "../src/index.ts";

const refused = (status: number, body?: unknown): Reply => {
  return { status, body, headers: {}, receivedAtMs: 0 };
};

it.each([
  [400, "bad_request", "never"],
  [401, "unauthenticated", "never"],
  [403, "forbidden", "never"],
  [404, "not_found", "never"],
  [429, "rate_limited", "later"],
  [500, "server_error", "later"],
  [503, "unavailable", "later"],
])("takes %i for %s, retried %s", (status, code, retry) => {
  expect(readXaiProblem(refused(status))).toEqual({ code, retry });
});

it("takes a key without billing for a refusal by xAI that no retry mends, and for no fault of the server", () => {
  expect(readXaiProblem(refused(501, { code: 12, message: "Unimplemented" }))).toEqual({
    code: "vendor_error",
    retry: "never",
    vendorCode: "12",
    message: "Unimplemented",
  });
});

it.each([
  ["message", { message: "No such team" }],
  ["error", { error: "No such team" }],
])("takes the words from `%s`", (_name, body) => {
  expect(readXaiProblem(refused(404, body))).toMatchObject({ code: "not_found", message: "No such team" });
});

it.each([
  ["null", null],
  ["a text", "denied"],
  ["a list", [{ code: 5 }]],
  ["members of other types", { code: {}, message: 5.5, error: [] }],
  ["the words of another status", { code: "unauthenticated" }],
])("goes by the status when the body is %s", (_name, body) => {
  expect(readXaiProblem(refused(403, body))).toMatchObject({ code: "forbidden", retry: "never" });
});

it("finds nothing wrong with a success, whatever its body", () => {
  expect(readXaiProblem(refused(200, { code: 5, error: "x" }))).toBeUndefined();
});
