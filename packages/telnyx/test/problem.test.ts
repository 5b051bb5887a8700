import type { Reply } from "@openbalance/http";
import { expect, it } from "vitest";
import { readTelnyxProblem } from "../src/index.ts";

const refused = (status: number, body: unknown, headers: Reply["headers"] = {}): Reply => {
  return { status, body, headers, receivedAtMs: 0 };
};

it("takes the vendor's code before the status", () => {
  const body = { errors: [{ code: "10009", title: "Authentication failed" }] };
  expect(readTelnyxProblem(refused(400, body))).toEqual({
    code: "unauthenticated",
    retry: "never",
    vendorCode: "10009",
    message: "Authentication failed",
  });
});

it("reads a code that is a number", () => {
  expect(readTelnyxProblem(refused(403, { errors: [{ code: 10010 }] }))).toMatchObject({
    code: "forbidden",
    vendorCode: "10010",
  });
});

it("keeps a code that is in no table and goes by the status", () => {
  expect(readTelnyxProblem(refused(401, { errors: [{ code: "20100" }] }))).toEqual({
    code: "unauthenticated",
    retry: "never",
    vendorCode: "20100",
  });
});

it.each(["constructor", "toString", "__proto__"])("goes by the status when the code is %s", (code) => {
  expect(readTelnyxProblem(refused(422, { errors: [{ code }] }))?.code).toBe("bad_request");
});

it.each([
  ["no body", undefined],
  ["null", null],
  ["a text", "denied"],
  ["no list", { errors: { code: "10009" } }],
  ["an empty list", { errors: [] }],
  ["a list of null", { errors: [null] }],
  ["members of other types", { errors: [{ code: true, detail: 5.5, title: [] }] }],
])("goes by the status when the body is %s", (_name, body) => {
  expect(readTelnyxProblem(refused(403, body))).toEqual({ code: "forbidden", retry: "never" });
});

it("never retries what the server does not implement", () => {
  const body = { errors: [{ code: "10007" }] };
  expect(readTelnyxProblem(refused(501, body))).toMatchObject({ code: "server_error", retry: "never" });
});

it.each([
  ["0", 0],
  ["7", 7_000],
  ["1.5", undefined],
  ["-1", undefined],
  ["soon", undefined],
  ["9999999", undefined],
])("reads x-ratelimit-reset %s as seconds from now", (reset, retryAfterMs) => {
  const problem = readTelnyxProblem(refused(429, { errors: [] }, { "x-ratelimit-reset": reset }));
  expect(problem?.retryAfterMs).toBe(retryAfterMs);
});

it("takes x-ratelimit-reset for a wait on 429 alone", () => {
  const problem = readTelnyxProblem(refused(503, undefined, { "x-ratelimit-reset": "7" }));
  expect(problem).toEqual({ code: "unavailable", retry: "later" });
});

it("finds nothing wrong with a success, whatever its body", () => {
  expect(readTelnyxProblem(refused(200, { errors: [{ code: "10009" }] }))).toBeUndefined();
});
