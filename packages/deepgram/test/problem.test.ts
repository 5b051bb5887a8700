import type { Reply } from "@openbalance/http";
import { expect, it } from "vitest";
import { readDeepgramProblem } from "../src/index.ts";

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
])("takes %i without words for %s, retried %s", (status, code, retry) => {
  expect(readDeepgramProblem(refused(status))).toEqual({ code, retry });
});

it("tells a right that a key lacks from a wrong key, though both are answered 401", () => {
  const lacking = { err_code: "INSUFFICIENT_PERMISSIONS", err_msg: "too few rights" };
  expect(readDeepgramProblem(refused(401, lacking))?.code).toBe("forbidden");
  expect(readDeepgramProblem(refused(401, { err_code: "INVALID_AUTH" }))?.code).toBe("unauthenticated");
});

it.each([
  ["the older shape", { err_code: "PROJECT_NOT_FOUND", err_msg: "gone" }, "PROJECT_NOT_FOUND"],
  ["the newer shape", { category: "PROJECT_NOT_FOUND", message: "gone" }, "PROJECT_NOT_FOUND"],
  ["a text", "gone", undefined],
])("reads code and words of %s", (_name, body, vendorCode) => {
  expect(readDeepgramProblem(refused(404, body))).toEqual({
    code: "not_found",
    retry: "never",
    vendorCode,
    message: "gone",
  });
});

it.each(["constructor", "__proto__"])("goes by the status when the code is %s", (err_code) => {
  expect(readDeepgramProblem(refused(403, { err_code }))?.code).toBe("forbidden");
});

it("finds nothing wrong with a success, whatever its body", () => {
  expect(readDeepgramProblem(refused(200, { err_code: "INVALID_AUTH" }))).toBeUndefined();
});
