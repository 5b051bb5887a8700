import type { Reply } from "@openbalance/http";
import { expect, it } from "vitest";
import { readFlexpriceProblem } from "../src/index.ts";

const refused = (status: number, body: unknown): Reply => ({ status, body, headers: {}, receivedAtMs: 0 });

it("takes the vendor's code before the status", () => {
  const body = { code: "not_found", message: "There is no such wallet", http_status_code: 404 };
  expect(readFlexpriceProblem(refused(400, body))).toEqual({
    code: "not_found",
    retry: "never",
    vendorCode: "not_found",
    message: "There is no such wallet",
  });
});

it("keeps a code that is in no table and goes by the status", () => {
  expect(readFlexpriceProblem(refused(403, { code: "quota_exceeded" }))).toEqual({
    code: "forbidden",
    retry: "never",
    vendorCode: "quota_exceeded",
  });
});

it.each(["constructor", "toString", "__proto__"])("goes by the status when the code is %s", (code) => {
  expect(readFlexpriceProblem(refused(404, { code }))?.code).toBe("not_found");
});

it("never retries what the server does not implement", () => {
  expect(readFlexpriceProblem(refused(501, { code: "not_implemented" }))).toMatchObject({ retry: "never" });
});

it.each([
  ["no body", undefined],
  ["null", null],
  ["a text", "denied"],
  ["members of other types", { code: [], message: {}, error: [] }],
  ["an inner error without a message", { success: false, error: { internal_error: "x" } }],
])("goes by the status when the body is %s", (_name, body) => {
  expect(readFlexpriceProblem(refused(401, body))).toEqual({ code: "unauthenticated", retry: "never" });
});

it("leaves out what the server says of its inside", () => {
  const body = { success: false, error: { message: "Failed", internal_error: "dial tcp 10.0.0.7" } };
  expect(JSON.stringify(readFlexpriceProblem(refused(500, body)))).not.toContain("10.0.0.7");
});

it("finds nothing wrong with a success", () => {
  expect(readFlexpriceProblem(refused(200, { id: "wallet_01J9ZQ4N" }))).toBeUndefined();
});
