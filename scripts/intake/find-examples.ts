import { isTree, type Tree } from "@openbalance/specs/read-document";
import { listOperations } from "./choose-operations.ts";
import { fromPointer, toJsonPath, toPointer, type Keys, type Repair } from "./finding.ts";
import { responsePlace } from "./find-media-types.ts";
import { at } from "./walk-description.ts";

/**
 * The replies that a document shows, as named examples of an overlay: of its own values alone, so a reply of which it
 * shows a part only is left out. Mocks and tests go by the names.
 */
export function findExamples(description: Tree): readonly Repair[] {
  const places = new Map<string, Keys>();
  for (const { path, method } of listOperations(description)) {
    const responses = at(description, "paths", path, method, "responses");
    for (const status of Object.keys(isTree(responses) ? responses : {})) {
      const place = responsePlace(description, ["paths", path, method, "responses", status]);
      places.set(toPointer(place), place);
    }
  }
  return [...places.values()].flatMap((place) => nameExample(description, [...place, "content"]));
}

function nameExample(description: Tree, place: Keys): readonly Repair[] {
  const content = at(description, ...place);
  return Object.entries(isTree(content) ? content : {}).flatMap(([type, body]): readonly Repair[] => {
    if (!isTree(body) || !/[/+]json(;|$)/.test(type) || "examples" in body) return [];
    const value = body["example"] ?? exampleOf(description, body["schema"], 0);
    if (value === undefined) return [];
    // By then the overlay has taken the parameter from the media type.
    const target = toJsonPath([...place, type.split(";", 1)[0]?.trim() ?? type]);
    const why = "The values of the vendor's own document, under a name.";
    const named: Repair = { target, description: why, update: { examples: { documented: { value } } } };
    if (!("example" in body)) return [named];
    return [
      named,
      { target: `${target}.example`, description: "Its value stands under a name.", remove: true },
    ];
  });
}

function exampleOf(description: Tree, schema: unknown, depth: number): unknown {
  if (!isTree(schema) || depth > 12) return undefined;
  const { $ref, example, examples, properties, items } = schema;
  if (typeof $ref === "string")
    return exampleOf(description, at(description, ...fromPointer($ref)), depth + 1);
  if (example !== undefined) return example;
  if (Array.isArray(examples)) return examples[0];
  if (isTree(items)) {
    const item = exampleOf(description, items, depth + 1);
    return item === undefined ? undefined : [item];
  }
  if (!isTree(properties)) return undefined;
  const members = Object.entries(properties).map(([name, property]) => {
    return [name, exampleOf(description, property, depth + 1)] as const;
  });
  if (members.length === 0 || members.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(members);
}
