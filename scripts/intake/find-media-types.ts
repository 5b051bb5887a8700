import { isTree, type Tree } from "@openbalance/specs/read-document";
import { listOperations, resolvePathItem } from "./choose-operations.ts";
import { fromPointer, toJsonPath, toPointer, type Finding, type Keys, type Repair } from "./finding.ts";
import { at } from "./walk-description.ts";

/** The JSON media type that a success of an operation comes in; undefined where there is none. */
export function successMediaType(description: Tree, path: string, method: string): string | undefined {
  const response = successPlace(description, path, method);
  const types =
    response === undefined ? [] : Object.keys((at(description, ...response, "content") as Tree) ?? {});
  const plain = types.map(withoutParameters);
  return plain.find((type) => type === "application/json") ?? plain.find((type) => /[/+]json$/.test(type));
}

/** Media types with parameters, successes that are no JSON, and operations without a 200. */
export function findMediaTypes(description: Tree): readonly Finding[] {
  const bodies = new Map<string, Keys>();
  const findings: Finding[] = [];
  for (const { path, method } of listOperations(description)) {
    const responses = at(description, "paths", path, method, "responses");
    for (const status of Object.keys(isTree(responses) ? responses : {})) {
      const place = responsePlace(description, ["paths", path, method, "responses", status]);
      bodies.set(toPointer(place), place);
    }
    for (const finding of findSuccess(description, path, method)) findings.push(finding);
  }
  return [...[...bodies.values()].flatMap((place) => findParameters(description, place)), ...findings];
}

function findParameters(description: Tree, response: Keys): readonly Finding[] {
  const content = at(description, ...response, "content");
  return Object.entries(isTree(content) ? content : {}).flatMap(([type, body]) => {
    const plain = withoutParameters(type);
    if (plain === type || (isTree(content) && plain in content)) return [];
    const why = "Clients and mocks compare media types without their parameters.";
    const repairs: Repair[] = [
      {
        target: toJsonPath([...response, "content"]),
        description: why,
        update: { [plain]: structuredClone(body) },
      },
      { target: toJsonPath([...response, "content", type]), description: why, remove: true },
    ];
    const place = toPointer([...response, "content", type]);
    return [
      { place, problem: "the media type has a parameter", done: `The overlay calls it ${plain}.`, repairs },
    ];
  });
}

function findSuccess(description: Tree, path: string, method: string): readonly Finding[] {
  const responses = ["paths", path, method, "responses"];
  if (successPlace(description, path, method) === undefined) {
    const problem = "the operation has no response 200";
    return [{ place: toPointer(responses), problem, done: "Say in the overlay what a success looks like." }];
  }
  const type = successMediaType(description, path, method);
  if (type === "application/json") return [];
  const place = toPointer([...responses, "200", "content"]);
  if (type === undefined) {
    return [
      { place, problem: "a success is no JSON", done: "Say in the overlay what comes, if it is JSON." },
    ];
  }
  return [{ place, problem: `a success comes as ${type}`, done: "The account asks for it with `accept`." }];
}

function successPlace(description: Tree, path: string, method: string): Keys | undefined {
  const place = ["paths", path, method, "responses", "200"];
  return at(description, ...place) === undefined ? undefined : responsePlace(description, place);
}

/** Where a response stands, which may be among the components. */
export function responsePlace(description: Tree, place: Keys): Keys {
  const reference = at(description, ...place, "$ref");
  if (typeof reference !== "string") return place;
  const target = fromPointer(reference);
  return Object.keys(resolvePathItem(description, at(description, ...target))).length > 0 ? target : place;
}

function withoutParameters(type: string): string {
  return (type.split(";", 1)[0] ?? type).trim().toLowerCase();
}
