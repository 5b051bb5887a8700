import { expect, it } from "vitest";
import { formatHttpDate, rateLimited, startFaultServer, type RetryAfter } from "../src/index.ts";
import { readWire } from "./wire.ts";

const date = new Date("2026-11-02T03:04:05Z");

const cases: readonly (readonly [string, RetryAfter | undefined, readonly string[]])[] = [
  ["nothing", undefined, []],
  ["seconds", 3600, ["3600"]],
  ["a text as it is", "1e9", ["1e9"]],
  ["two headers", ["1", "2"], ["1", "2"]],
  ["a date", { httpDate: date }, ["Mon, 02 Nov 2026 03:04:05 GMT"]],
  ["a date of RFC 850", { httpDate: date, form: "rfc850" }, ["Monday, 02-Nov-26 03:04:05 GMT"]],
  ["a date of asctime", { httpDate: date, form: "asctime" }, ["Mon Nov  2 03:04:05 2026"]],
];

it.each(cases)("answers 429 with %s in Retry-After", async (_name, retryAfter, expected) => {
  await using server = await startFaultServer(rateLimited(retryAfter));
  const wire = await readWire(server.url);
  expect(wire).toContain("HTTP/1.1 429 Too Many Requests\r\n");
  expect([...wire.matchAll(/^retry-after: (.*)\r$/gim)].map(([, value]) => value)).toEqual(expected);
});

it("writes dates that JavaScript reads back in all three forms", () => {
  expect(Date.parse(formatHttpDate(date))).toBe(date.getTime());
  expect(Date.parse(formatHttpDate(date, "rfc850"))).toBe(date.getTime());
  expect(Date.parse(`${formatHttpDate(date, "asctime")} GMT`)).toBe(date.getTime());
});

it("carries the body of a vendor", async () => {
  await using server = await startFaultServer(rateLimited(1, '{"errors":[{"code":"10011"}]}'));
  expect(await (await fetch(server.url)).text()).toBe('{"errors":[{"code":"10011"}]}');
});
