import { isTree, type Tree } from "@openbalance/specs/read-document";
import type { Keys } from "./finding.ts";

/** Members whose keys are names that the vendor chose, not words of the standard. */
const NAME_MAPS = new Set([
  "$defs",
  "callbacks",
  "content",
  "definitions",
  "dependentSchemas",
  "encoding",
  "examples",
  "headers",
  "links",
  "parameters",
  "pathItems",
  "paths",
  "patternProperties",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
  "securitySchemes",
  "variables",
]);

/** Members that hold values, in which `$ref` or `description` mean nothing. */
const VALUES = new Set(["const", "default", "enum", "example", "mapping", "scopes", "security"]);

/**
 * Calls `visit` for every object of a description that the standard gives a meaning: parents first, no example
 * values, no extensions, no maps of names. `visit` may change the members of what it is given.
 */
export function walkDescription(
  node: unknown,
  visit: (node: Tree, keys: Keys) => void,
  keys: Keys = [],
): void {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) walkDescription(item, visit, [...keys, index]);
    return;
  }
  if (!isTree(node)) return;
  visit(node, keys);
  const inExamples = keys.at(-2) === "examples";
  for (const [key, value] of Object.entries(node)) {
    if (VALUES.has(key) || key.startsWith("x-") || (inExamples && key === "value")) continue;
    const below = [...keys, key];
    if (!NAME_MAPS.has(key) || !isTree(value)) {
      // In a schema, `examples` is a list of values.
      if (key !== "examples") walkDescription(value, visit, below);
      continue;
    }
    for (const [name, child] of Object.entries(value)) walkDescription(child, visit, [...below, name]);
  }
}

/** What stands at a place, or nothing. */
export function at(node: unknown, ...keys: Keys): unknown {
  return keys.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isTree(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, node);
}
