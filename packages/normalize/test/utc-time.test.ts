import { expect, it } from "vitest";
import type { Issue } from "../src/index.ts";
import { ReplyNode } from "../src/decode/reply-node.ts";
import { utcTime } from "../src/decode/utc-time.ts";

function read(value: string | null | boolean, defaultZone?: "Z"): readonly [string | undefined, string[]] {
  const issues: Issue[] = [];
  const time = utcTime(new ReplyNode(value, "/at", issues), defaultZone);
  return [time, issues.map(({ code, path }) => `${code} ${path}`)];
}

it.each([
  ["2026-11-22T06:01:12Z", "2026-11-22T06:01:12.000Z"],
  ["2026-11-22T06:01:12.5Z", "2026-11-22T06:01:12.500Z"],
  ["2026-11-22T08:01:12+02:00", "2026-11-22T06:01:12.000Z"],
  ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
  ["2026-10-31T00:00:00Z", "2026-10-31T00:00:00.000Z"],
])("tells %s in UTC, whatever zone is meant by default", (text, time) => {
  expect(read(text)).toEqual([time, []]);
  expect(read(text, "Z")).toEqual([time, []]);
});

it("takes a time without a zone only where one is known", () => {
  expect(read("2027-01-31T23:59:59", "Z")).toEqual(["2027-01-31T23:59:59.000Z", []]);
  expect(read("2027-01-31T23:59:59")).toEqual([undefined, ["alternate_shape /at"]]);
});

it.each([
  "2026",
  "2026-11-22",
  "2026-11-22 06:01:12",
  "yesterday",
  "2026-13-01T00:00:00Z",
  "2026-02-30T00:00:00Z",
  "2026-02-29T00:00:00Z",
  "2026-04-31T00:00:00+02:00",
  "T00:00:00Z",
  "at 2026-11-22T06:01:12Z",
  "2026-11-22T06:01:12 oZ",
  "2026-11-22T06:01:12Z.",
])("guesses nothing of %s", (text) => {
  expect(read(text, "Z")).toEqual([undefined, ["alternate_shape /at"]]);
});

it("takes nothing for a time where there is none", () => {
  expect(read(null)).toEqual([undefined, ["null_field /at"]]);
  expect(read("")).toEqual([undefined, []]);
  expect(read(true)).toEqual([undefined, ["alternate_shape /at"]]);
});

it.each(["0001-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2101-01-01T00:00:00Z"])(
  "takes %s for a placeholder, and says so",
  (text) => {
    expect(read(text)).toEqual([undefined, ["out_of_range /at"]]);
  },
);
