import * as fc from "fast-check";
import { oddity } from "./amount-literals.ts";
import { literal, type JsonNode, type Member } from "./json-node.ts";

/** Names that mean something to JavaScript, and some that mean nothing to any vendor. */
const strangeKeys = ["__proto__", "constructor", "toString", "hasOwnProperty", "length", "extra", "", "0"];

const strangeMembers: fc.Arbitrary<readonly Member[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(fc.constantFrom(...strangeKeys), oddity), { maxLength: 2 }),
  },
);

/**
 * An object of the given members in any order: now and then one or two are missing, one is repeated with an odd
 * value before the real one, and members that nobody documents stand among them.
 */
export function objectNode(values: Readonly<Record<string, fc.Arbitrary<JsonNode>>>): fc.Arbitrary<JsonNode> {
  const keys = Object.keys(values);
  const places = [...keys.keys()];
  return fc
    .tuple(
      fc.tuple(...Object.values(values)),
      fc.oneof(
        { weight: 3, arbitrary: fc.shuffledSubarray(places, { minLength: keys.length }) },
        { weight: 1, arbitrary: fc.shuffledSubarray(places, { minLength: Math.max(0, keys.length - 2) }) },
      ),
      strangeMembers,
      fc.oneof(
        { weight: 9, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.tuple(fc.nat(), oddity) },
      ),
    )
    .map(([nodes, order, strange, repeated]) => {
      const known = order.map((at): Member => [keys[at] ?? "", nodes[at] ?? literal("null")]);
      const [first] = strange;
      const members = first === undefined ? known : [first, ...known, ...strange.slice(1)];
      if (repeated === undefined || members.length === 0) return { kind: "object", members };
      const [place, value] = repeated;
      const [key] = members[place % members.length] ?? [""];
      return {
        kind: "object",
        members: place % 2 === 0 ? [[key, value], ...members] : [...members, [key, value]],
      };
    });
}

/** The node, and now and then something else in its place. */
export function mostly(node: fc.Arbitrary<JsonNode>): fc.Arbitrary<JsonNode> {
  return fc.oneof({ weight: 30, arbitrary: node }, { weight: 1, arbitrary: oddity });
}

/** One of these words, mostly; else an odd value. */
export function wordNode(...words: readonly string[]): fc.Arbitrary<JsonNode> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...words.map((word) => literal(JSON.stringify(word)))) },
    { weight: 1, arbitrary: oddity },
  );
}
