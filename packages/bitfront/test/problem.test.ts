import type { Reply } from "@openbalance/http";
import { expect, it } from "vitest";
import { readBitfrontProblem } from "../src/index.ts";

const reply = (body: unknown, status = 200): Reply => ({ status, body, headers: {}, receivedAtMs: 0 });

it.each([1000, "1000"])("takes the code %j for a success", (statusCode) => {
  expect(readBitfrontProblem(reply({ statusCode }))).toBeUndefined();
});

it("names a failure by its code although the status is 200", () => {
  expect(readBitfrontProblem(reply({ statusCode: 6003, statusMessage: "Not on the list" }))).toEqual({
    code: "forbidden",
    retry: "never",
    vendorCode: "6003",
    message: "Not on the list",
  });
});

it.each(["constructor", "toString", "__proto__"])("calls the code %s an unknown failure", (statusCode) => {
  expect(readBitfrontProblem(reply({ statusCode }))?.code).toBe("vendor_error");
});

it.each([
  ["null", null],
  ["a list", []],
  ["an object without a code", { responseData: [] }],
  ["an object whose code is null", { statusCode: null, responseData: [] }],
  ["an object whose code is no whole number", { statusCode: 1000.5, responseData: [] }],
])("takes a 200 with %s for no success", (_name, body) => {
  expect(readBitfrontProblem(reply(body))).toMatchObject({ code: "bad_response", retry: "never" });
});

it("lets the public calls do without a code, but not with one of failure", () => {
  expect(readBitfrontProblem(reply({ responseTime: 1_527_747_579_424 }), "public")).toBeUndefined();
  expect(readBitfrontProblem(reply({ statusCode: 5000 }), "public")).toMatchObject({ code: "server_error" });
});

it("goes by the status when the code of a gateway's page is unknown", () => {
  expect(readBitfrontProblem(reply({ statusCode: 9999 }, 503))).toMatchObject({
    code: "unavailable",
    retry: "later",
    vendorCode: "9999",
  });
});
