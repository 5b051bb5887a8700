import type { Problem } from "@openbalance/http";
import { expect, it } from "vitest";
import { readDigitaloceanProblem } from "../src/index.ts";

const receivedAtMs = 1_704_067_140_000;

function read(status: number, body?: unknown, headers: Record<string, string> = {}): Problem | undefined {
  return readDigitaloceanProblem({ status, body, headers, receivedAtMs });
}

it.each([
  [400, "bad_request", "bad_request", "never"],
  [401, "unauthorized", "unauthenticated", "never"],
  [403, "forbidden", "forbidden", "never"],
  [404, "not_found", "not_found", "never"],
  [422, "unprocessable_entity", "bad_request", "never"],
  [429, "too_many_requests", "rate_limited", "later"],
  [500, "server_error", "server_error", "later"],
  [503, "service_unavailable", "unavailable", "later"],
])("takes %i %s for %s", (status, id, code, retry) => {
  expect(read(status, { id, message: "why", request_id: "r" })).toEqual({
    code,
    retry,
    vendorCode: id,
    message: "why",
  });
});

it.each([
  ["no body", undefined],
  ["null", null],
  ["a text", "denied"],
  ["members of other types", { id: { word: "forbidden" }, message: [] }],
])("goes by the status alone when the body is %s", (_name, body) => {
  expect(read(403, body)).toEqual({ code: "forbidden", retry: "never" });
});

it("waits until the hour has room again", () => {
  expect(read(429, {}, { "ratelimit-reset": "1704067200" })?.retryAfterMs).toBe(60_000);
});

it("waits as long as a burst is told to, and not for the hour", () => {
  const headers = { "ratelimit-reset": "1704070000", "retry-after": "20" };
  expect(read(429, {}, headers)?.retryAfterMs).toBeUndefined();
});

it("takes the reset, which every reply has, for no wait on another status", () => {
  expect(read(500, {}, { "ratelimit-reset": "1704067200" })?.retryAfterMs).toBeUndefined();
});

it("finds nothing wrong with a success, whatever its body", () => {
  expect(read(200, { id: "forbidden" })).toBeUndefined();
});
