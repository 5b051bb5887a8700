import type { ReferenceValue } from "./reference-json.ts";

/** The value at a JSON Pointer (RFC 6901); undefined when nothing stands there. */
export function valueAt(root: ReferenceValue | undefined, pointer: string): ReferenceValue | undefined {
  let value = root;
  for (const token of pointer.split("/").slice(1)) {
    value = childOf(value, token.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return value;
}

/**
 * Every place that a pattern leads to. A pattern is a JSON Pointer in which `*` stands for any element of an
 * array, and `**` for any member of an object.
 */
export function placesOf(root: ReferenceValue | undefined, pattern: string): readonly string[] {
  let places: readonly string[] = [""];
  for (const token of pattern.split("/").slice(1)) {
    places = places.flatMap((place) => childPlaces(valueAt(root, place), place, token));
  }
  return places;
}

function childOf(value: ReferenceValue | undefined, key: string): ReferenceValue | undefined {
  if (value?.kind === "object") return value.members.get(key);
  if (value?.kind === "array" && /^(0|[1-9]\d*)$/.test(key)) return value.elements[Number(key)];
  return undefined;
}

function childPlaces(value: ReferenceValue | undefined, place: string, token: string): readonly string[] {
  if (token === "*") {
    return value?.kind === "array" ? value.elements.map((_, index) => `${place}/${index}`) : [];
  }
  if (token === "**") {
    if (value?.kind !== "object") return [];
    return [...value.members.keys()].map(
      (key) => `${place}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    );
  }
  return childOf(value, token) === undefined ? [] : [`${place}/${token}`];
}
