import { describe, expect, it } from "vitest";
import { readGlyphrunProblem } from "../src/index.ts";

const receivedAtMs = Date.parse("2026-11-22T00:00:00Z");

function problemOf(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): ReturnType<typeof readGlyphrunProblem> {
  return readGlyphrunProblem({ status, body, headers, receivedAtMs });
}

describe("an error under status 200", () => {
  it.each([
    [{ error: "Authentication required" }, "unauthenticated"],
    [{ error: "Wallet not found for user" }, "not_found"],
    [{ error: "No such thing", code: "NOT_FOUND" }, "not_found"],
    [{ error: "Something went wrong" }, "vendor_error"],
    [{ error: "Something went wrong", code: "constructor" }, "vendor_error"],
    [{ error: { message: "Something went wrong" } }, "vendor_error"],
    [{ error: true, wallet: { balance: 1 } }, "vendor_error"],
  ])("is a failure: %j is %s", (body, code) => {
    expect(problemOf(200, body)).toMatchObject({ code, retry: "never" });
  });

  it.each([{ wallet: {} }, { error: null, wallet: {} }, { error: "", wallet: {} }, {}])(
    "is none where the member says nothing: %j",
    (body) => {
      expect(problemOf(200, body)).toBeUndefined();
    },
  );
});

it.each([[null], [[]], ["Unauthorized"], [5], [undefined]])("does not take %j for a wallet", (body) => {
  expect(problemOf(200, body)).toMatchObject({ code: "bad_response", retry: "never" });
});

it.each([
  [401, null, "unauthenticated"],
  [404, "Not found", "not_found"],
  [403, {}, "forbidden"],
  [409, { error: "Wallet not found for user" }, "bad_request"],
  [500, { error: "Authentication required" }, "server_error"],
])("lets the status speak outside 200: %i with %j is %s", (status, body, code) => {
  expect(problemOf(status, body)).toMatchObject({ code });
});

it("keeps the vendor's words and code", () => {
  expect(problemOf(404, { error: "Gone", code: "NOT_FOUND" })).toMatchObject({
    message: "Gone",
    vendorCode: "NOT_FOUND",
  });
});

describe("the wait that a 429 asks for", () => {
  const inAMinute = String(receivedAtMs / 1_000 + 60);

  it("is what is left until the moment that the header names", () => {
    expect(problemOf(429, {}, { "x-ratelimit-reset": inAMinute })?.retryAfterMs).toBe(60_000);
  });

  it("is measured by the vendor's clock where the reply tells it", () => {
    const headers = { "x-ratelimit-reset": inAMinute, date: "Sat, 21 Nov 2026 23:59:00 GMT" };
    expect(problemOf(429, {}, headers)?.retryAfterMs).toBe(120_000);
  });

  it.each(["1704067200", "0", "-5", "soon", "", "1e12", "17040672000000", "1704067200.5"])(
    "is none where the header says %j",
    (reset) => {
      expect(problemOf(429, {}, { "x-ratelimit-reset": reset })).toEqual({
        code: "rate_limited",
        retry: "later",
      });
    },
  );

  it("is not taken from the header on any other status", () => {
    expect(problemOf(503, {}, { "x-ratelimit-reset": inAMinute })).toEqual({
      code: "unavailable",
      retry: "later",
    });
  });
});
