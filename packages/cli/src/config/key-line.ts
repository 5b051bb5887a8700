import type { ValueNode } from "@humanwhocodes/momoa";

/** Where something stands in a configuration: keys of objects and places in lists. */
export type KeyPath = readonly (string | number)[];

/** The line of a key in a JSON document, or of what comes nearest to it when the key is missing. */
export function lineInJson(body: ValueNode, path: KeyPath): number {
  let node = body;
  let line = node.loc.start.line;
  for (const key of path) {
    if (node.type === "Array" && typeof key === "number") {
      const element = node.elements[key];
      if (element === undefined) return line;
      node = element.value;
    } else if (node.type === "Object") {
      const member = node.members.find(({ name }) => nameOf(name) === key);
      if (member === undefined) return line;
      line = member.name.loc.start.line;
      node = member.value;
      continue;
    } else {
      return line;
    }
    line = node.loc.start.line;
  }
  return line;
}

function nameOf(name: { readonly type: string; readonly value?: unknown; readonly name?: string }): unknown {
  return name.type === "Identifier" ? name.name : name.value;
}

/** The line of a key in code, where the key stands there once and so cannot be another. */
export function lineInCode(source: string, path: KeyPath): number | undefined {
  const key = path.findLast((part) => typeof part === "string");
  if (key === undefined) return undefined;
  const literal = key.replaceAll(/[^\w]/g, String.raw`\$&`);
  const places = [...source.matchAll(new RegExp(String.raw`\b${literal}["']?\s*:`, "g"))];
  return places.length === 1 ? source.slice(0, places[0]?.index).split("\n").length : undefined;
}
