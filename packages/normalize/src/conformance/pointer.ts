import { NumberLiteral, type ExactJson } from "../decode/exact-json.ts";

/** The keys of a JSON Pointer (RFC 6901). */
function keysOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function childPointer(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Whether a pointer is what a pattern leads to, `*` standing for any one key. */
export function matches(pattern: string, pointer: string): boolean {
  const wanted = keysOf(pattern);
  const keys = keysOf(pointer);
  return wanted.length === keys.length && wanted.every((key, at) => key === "*" || key === keys[at]);
}

/** Whether a pointer is what a pattern leads to or stands below it. */
export function covers(pattern: string, pointer: string): boolean {
  const depth = pattern.split("/").length;
  return matches(pattern, pointer.split("/").slice(0, depth).join("/"));
}

/** Whether the pattern takes every child of this place, so that one more child is one more entry. */
export function takesChildrenOf(pattern: string, pointer: string): boolean {
  const tokens = pattern.split("/");
  const depth = pointer.split("/").length;
  return tokens[depth] === "*" && matches(tokens.slice(0, depth).join("/"), pointer);
}

/** The value at a pointer; undefined when nothing stands there. */
export function valueAt(root: ExactJson, pointer: string): ExactJson | undefined {
  let value: ExactJson | undefined = root;
  for (const key of keysOf(pointer)) {
    const child: readonly [string, ExactJson] | undefined = childrenOf(value).find(([name]) => name === key);
    value = child?.[1];
  }
  return value;
}

/** Every place of a reply, parents first, with its value. */
export function placesOf(root: ExactJson, pointer = ""): readonly (readonly [string, ExactJson])[] {
  const below = childrenOf(root).flatMap(([key, child]) => placesOf(child, childPointer(pointer, key)));
  return [[pointer, root], ...below];
}

function childrenOf(value: ExactJson | undefined): readonly (readonly [string, ExactJson])[] {
  if (typeof value !== "object" || value === null || value instanceof NumberLiteral) return [];
  return Object.entries(value);
}
