import { expect, it } from "vitest";
import { checkSum } from "../src/decode/check-sum.ts";
import type { Issue } from "../src/model/issue.ts";
import { ReplyNode } from "../src/decode/reply-node.ts";

it.each([
  ["0.3", ["0.1", "0.2"], []],
  ["0.30000000000000004", ["0.1", "0.2"], ["/total is not a + b"]],
  ["0", [], []],
  ["1", [], ["/total is not a + b"]],
  [undefined, ["1"], []],
  ["3", ["1", undefined], []],
] as const)("%s is held against the sum of %j where all are stated", (amount, summands, expected) => {
  const issues: Issue[] = [];
  checkSum(new ReplyNode(undefined, "/total", issues), amount, summands, "a + b");
  expect(issues.map(({ path, message }) => `${path} ${message}`)).toEqual(expected);
});
