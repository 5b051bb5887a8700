import { expect, it } from "vitest";
import { epochTime } from "../src/decode/epoch-time.ts";
import { NumberLiteral } from "../src/decode/exact-json.ts";
import type { Issue } from "../src/model/issue.ts";
import { ReplyNode } from "../src/decode/reply-node.ts";

function read(
  text: string,
  unit: "seconds" | "milliseconds",
): readonly [string | undefined, readonly string[]] {
  const issues: Issue[] = [];
  const time = epochTime(new ReplyNode(new NumberLiteral(text), "/at", issues), unit);
  return [time, issues.map(({ code, path }) => `${code} ${path}`)];
}

it.each([
  ["1798761600", "seconds", "2027-01-01T00:00:00.000Z"],
  ["1525239801363", "milliseconds", "2018-05-02T05:43:21.363Z"],
  ["946684800", "seconds", "2000-01-01T00:00:00.000Z"],
  ["4133980799", "seconds", "2100-12-31T23:59:59.000Z"],
] as const)("reads %s %s since 1970", (text, unit, time) => {
  expect(read(text, unit)).toEqual([time, []]);
});

it.each([
  ["1798761600000", "seconds"],
  ["17987616", "milliseconds"],
  ["946684799", "seconds"],
  ["4133980800", "seconds"],
  ["1e300", "seconds"],
] as const)("takes %s %s for no time of today, and says so", (text, unit) => {
  expect(read(text, unit)).toEqual([undefined, ["out_of_range /at"]]);
});

it.each(["0", "-1"])("takes %s for no time at all, which is no issue", (text) => {
  expect(read(text, "seconds")).toEqual([undefined, []]);
});
