import type { Problem } from "@openbalance/http";
import { expect, it } from "vitest";
import { readLinodeProblem } from "../src/index.ts";

const receivedAtMs = 1_704_067_140_000;

function read(status: number, body?: unknown, headers: Record<string, string> = {}): Problem | undefined {
  return readLinodeProblem({ status, body, headers, receivedAtMs });
}

it.each([
  [400, "bad_request", "never"],
  [401, "unauthenticated", "never"],
  [403, "forbidden", "never"],
  [404, "not_found", "never"],
  [429, "rate_limited", "later"],
  [500, "server_error", "later"],
  [503, "unavailable", "later"],
])("takes %i for %s", (status, code, retry) => {
  const body = { errors: [{ reason: "why", field: "null" }, { reason: "more" }] };
  expect(read(status, body)).toEqual({ code, retry, message: "why" });
});

it.each([
  ["no body", undefined],
  ["null", null],
  ["a text", "denied"],
  ["no list", { errors: "denied" }],
  ["an empty list", { errors: [] }],
  ["a list of null", { errors: [null] }],
  ["a reason of another type", { errors: [{ reason: ["denied"] }] }],
])("goes by the status alone when the body is %s", (_name, body) => {
  expect(read(403, body)).toEqual({ code: "forbidden", retry: "never" });
});

it("waits until the window is over, which Linode tells in seconds since 1970", () => {
  expect(read(429, {}, { "x-ratelimit-reset": "1704067200" })?.retryAfterMs).toBe(60_000);
});

it("takes the reset for no wait on another status", () => {
  expect(read(500, {}, { "x-ratelimit-reset": "1704067200" })?.retryAfterMs).toBeUndefined();
});

it("finds nothing wrong with a success, whatever its body", () => {
  expect(read(200, { errors: [{ reason: "why" }] })).toBeUndefined();
});
