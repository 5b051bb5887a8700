import {
  createSourceFile,
  forEachChild,
  isArrayLiteralExpression,
  isCallExpression,
  isFunctionLike,
  isIdentifier,
  isNewExpression,
  isSpreadElement,
  ScriptTarget,
  type Node,
} from "typescript";
import { expect, it } from "vitest";
import { readText, writtenCode } from "./tree.ts";

/** Calls that may be given a list, and why it is never long. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ["at", "the keys of a place in a description"],
  ["join", "the parts of a path"],
  ["sequence", "the faults that a test names"],
  ["startFaultServer", "the faults that a test names"],
  ["commandRuntime", "the options of a program"],
  ["this.#redis.hmget", "the wallets of one job"],
  ["this.#redis.hset", "the wallets of one job"],
]);

/** The calls in a text to which a list of any length is spread: more than some 120,000 arguments overflow the stack. */
function spreadCalls(text: string): readonly string[] {
  const source = createSourceFile("text.ts", text, ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (isCallExpression(node) || isNewExpression(node)) {
      const lists = node.arguments?.filter(isSpreadElement) ?? [];
      if (lists.some(({ expression }) => !isBounded(expression))) found.push(node.expression.getText(source));
    }
    forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether a list is as long as it is written, or as the arguments of the call that brought it. */
function isBounded(list: Node): boolean {
  if (isArrayLiteralExpression(list)) return !list.elements.some(isSpreadElement);
  if (!isIdentifier(list)) return false;
  for (let node = list.parent; node !== undefined; node = node.parent) {
    if (!isFunctionLike(node)) continue;
    const parameter = node.parameters.find(({ name }) => name.getText() === list.text);
    if (parameter !== undefined) return parameter.dotDotDotToken !== undefined;
  }
  return false;
}

it.each([
  ["Math.max(...amounts)", ["Math.max"]],
  ["new Set(...lists.map((list) => list))", ["Set"]],
  ["found.push(1, ...[0, ...further])", ["found.push"]],
  ["const f = (list: number[]) => g(...list)", ["g"]],
  ["const f = (...list: number[]) => g(...list)", []],
  ["Math.max(...[one, other])", []],
  ["[...amounts]; ({ ...options })", []],
])("tells in `%s` what a long list would overflow", (text, calls) => {
  expect(spreadCalls(text)).toEqual(calls);
});

it("no list of any length is spread into a call, so that none overflows the stack", () => {
  const code = writtenCode.filter((file) => !/(^|\/)test\//.test(file));
  const found = code.flatMap((file) => spreadCalls(readText(file)).map((call) => ({ file, call })));
  expect(found.filter(({ call }) => !exceptions.has(call))).toEqual([]);
});
