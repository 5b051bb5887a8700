import { isTree, type Tree } from "@openbalance/specs/read-document";
import { fromPointer } from "../intake/finding.ts";
import { at } from "../intake/walk-description.ts";
import type { Fact, Tell } from "./fact.ts";

const LIMITS = [
  "format",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "pattern",
  "multipleOf",
  "minItems",
  "maxItems",
];
const WORDING = ["summary", "description", "title", "example", "deprecated", "default"];

/** How often one component is described: a net of schemas has more ways through it than can be listed. */
const MOST_VISITS = 40;

export interface SchemaReader {
  readonly description: Tree;
  readonly tell: Tell;
  /** How often each reference was followed. */
  readonly visits: Map<string, number>;
}

/** Tells what a schema says of a place, whatever it is called and however it is put together. */
export function describeSchema(
  reader: SchemaReader,
  schema: unknown,
  place: string,
  side: Fact["side"],
  within: readonly string[] = [],
): void {
  const { description, tell, visits } = reader;
  const reference = at(schema, "$ref");
  if (typeof reference === "string") {
    const visit = (visits.get(reference) ?? 0) + 1;
    visits.set(reference, visit);
    if (within.includes(reference) || visit > MOST_VISITS)
      return tell(place, "type", "as described elsewhere", side);
    const target = at(description, ...fromPointer(reference));
    return describeSchema(reader, target, place, side, [...within, reference]);
  }
  if (!isTree(schema)) return tell(place, "type", schema === false ? "nothing" : "anything", side);
  tell(place, "type", typeOf(schema), side);
  for (const key of LIMITS)
    if (key in schema) tell(place, "limit", `${key} ${JSON.stringify(schema[key])}`, side);
  for (const word of wordsOf(schema)) tell(place, "word", JSON.stringify(word), side);
  tellWording(tell, schema, place, side);
  const required = new Set<unknown>(Array.isArray(schema["required"]) ? schema["required"] : []);
  describeMembers(schema, (child, step, field) => {
    const below = `${place}${step.startsWith("/") && !/(^|, )\/[^,]*$/.test(place) ? `, ${step}` : step}`;
    if (field !== undefined) {
      tell(below, "field", "", side);
      tell(below, "required", required.has(field) ? "always there" : "optional", side);
    }
    describeSchema(reader, child, below, side, within);
  });
}

type DescribeMember = (child: unknown, step: string, field?: string) => void;

function describeMembers(schema: Tree, describe: DescribeMember): void {
  const { properties, items, additionalProperties } = schema;
  for (const [name, property] of Object.entries(isTree(properties) ? properties : {})) {
    describe(property, `/${name}`, name);
  }
  if (isTree(items)) describe(items, "/*");
  if (isTree(additionalProperties)) describe(additionalProperties, "/{any}");
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const members = schema[key];
    for (const [index, member] of (Array.isArray(members) ? members : []).entries()) {
      // All of `allOf` hold for one value, so their members are its own.
      describe(member, key === "allOf" ? "" : ` (${key} ${index + 1})`);
    }
  }
}

export function tellWording(tell: Tell, node: unknown, place: string, side: Fact["side"]): void {
  for (const key of WORDING) {
    const value = at(node, key);
    if (value !== undefined) tell(place, "wording", `${key}: ${JSON.stringify(value)}`, side);
  }
}

/** What may stand in a place: `string`, `null or number`, `anything`. */
function typeOf(schema: Tree): string {
  const types = [schema["type"] ?? []].flat().map(String);
  if (schema["nullable"] === true && types.length > 0) types.push("null");
  if (types.length === 0 && (isTree(schema["properties"]) || Array.isArray(schema["allOf"])))
    types.push("object");
  return [...new Set(types)].toSorted().join(" or ") || "anything";
}

function wordsOf(schema: Tree): readonly unknown[] {
  const { enum: words, const: only } = schema;
  if (only !== undefined) return [only];
  return Array.isArray(words) ? words : [];
}
