import type { Problem } from "@openbalance/http";
import { expect, it } from "vitest";
import { readVultrProblem } from "../src/index.ts";

function read(status: number, body?: unknown): Problem | undefined {
  return readVultrProblem({ status, body, headers: {}, receivedAtMs: 0 });
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
  expect(read(status, { error: "why", status })).toEqual({ code, retry, message: "why" });
});

it.each([
  [401, "Unauthorized IP address: 203.0.113.7"],
  [401, "Unauthorized IP address: 2001:db8::7"],
  [403, "unauthorized ip 203.0.113.7"],
])("takes %i for an address that is not allowed, and does not repeat it: %s", (status, error) => {
  const problem = read(status, { error, status });
  expect(problem).toMatchObject({ code: "forbidden", retry: "never" });
  expect(problem?.reason).toContain("may not be used from this address");
  expect(JSON.stringify(problem)).not.toMatch(/203\.0|2001:db8/);
});

it("takes no other refusal for one of the address", () => {
  const error = "Invalid token. Unauthorized IP address comes later";
  expect(read(401, { error })).toEqual({ code: "unauthenticated", retry: "never", message: error });
});

it.each([
  ["no body", undefined],
  ["null", null],
  ["a text", "Unauthorized IP address: 203.0.113.7"],
  ["members of other types", { error: ["Unauthorized IP"], status: "401" }],
])("goes by the status alone when the body is %s", (_name, body) => {
  expect(read(403, body)).toEqual({ code: "forbidden", retry: "never" });
});

it("finds nothing wrong with a success, whatever its body", () => {
  expect(read(200, { error: "Unauthorized IP address" })).toBeUndefined();
});
