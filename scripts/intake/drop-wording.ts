import { STATUS_CODES } from "node:http";
import { isTree, type Tree } from "@openbalance/specs/read-document";
import { walkDescription } from "./walk-description.ts";

const WORDING = ["description", "summary", "externalDocs"];
const SAMPLES = /^x-.*(code-?samples|description|docs|readme|mint|example-code)/i;

/**
 * Takes the vendor's sentences and code samples out: they are its own, facts are not. The standard wants a response
 * to have a description, so it gets the name of its status.
 */
export function dropWording(description: Tree): Tree {
  const plain = structuredClone(description);
  walkDescription(plain, (node, keys) => {
    for (const key of Object.keys(node)) {
      if (WORDING.includes(key) || SAMPLES.test(key)) delete node[key];
    }
    const name = String(keys.at(-1));
    if (keys.at(-2) === "responses" && !("$ref" in node)) node["description"] = STATUS_CODES[name] ?? name;
  });
  return plain;
}

/** A new state in the order of the one before it, and in our words where they stand for the vendor's. */
export function carryWording(description: Tree, from: Tree, wording: "ours" | "vendor"): Tree {
  const worded = structuredClone(description);
  if (wording === "vendor") return inOrderOf(worded, from) as Tree;
  const byPlace = new Map<string, Tree>();
  walkDescription(from, (node, keys) => byPlace.set(keys.join("\n"), node));
  walkDescription(worded, (node, keys) => {
    const earlier = byPlace.get(keys.join("\n"));
    for (const key of WORDING) if (earlier !== undefined && key in earlier) node[key] = earlier[key];
  });
  return inOrderOf(worded, from) as Tree;
}

/** The same content with members in the order of an earlier state, so that a diff shows changes alone. */
function inOrderOf(value: unknown, earlier: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(earlier))
    return value.map((item, index) => inOrderOf(item, earlier[index]));
  if (!isTree(value) || !isTree(earlier)) return value;
  const keys = [...Object.keys(earlier).filter((key) => Object.hasOwn(value, key)), ...Object.keys(value)];
  return Object.fromEntries([...new Set(keys)].map((key) => [key, inOrderOf(value[key], earlier[key])]));
}
