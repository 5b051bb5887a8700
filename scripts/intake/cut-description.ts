import { isTree, type Tree } from "@openbalance/specs/read-document";
import { resolvePathItem, type OperationName } from "./choose-operations.ts";
import { toPointer, type Finding } from "./finding.ts";
import { reachComponents } from "./reach-components.ts";
import { at } from "./walk-description.ts";

export interface CutOptions {
  /** `cut-off`: every reply but a success keeps its status and loses its schema. */
  readonly errors: "kept" | "cut-off";
}

export interface CutDescription {
  readonly description: Tree;
  readonly findings: readonly Finding[];
}

const KEPT_WHOLE = new Set(["openapi", "info", "jsonSchemaDialect", "servers", "security"]);
const KEPT_OF_PATH = new Set(["parameters", "servers", "summary", "description"]);

/** The operations wanted with everything they reach, in the order of the description. */
export function cutDescription(
  whole: Tree,
  wanted: readonly OperationName[],
  options: CutOptions,
): CutDescription {
  const description = structuredClone(whole);
  const paths = cutPaths(description, wanted);
  const operations = operationsOf(paths);
  if (options.errors === "cut-off") for (const operation of operations) cutErrorsOff(description, operation);
  const { pointers, findings } = reachComponents(description, { paths });
  const wantedComponents = new Set([...pointers, ...securityPointers(description, operations)]);
  const tags = usedTags(description, operations);
  const components = cutComponents(description, wantedComponents);
  const cut: Tree = {};
  for (const key of new Set([...Object.keys(description), "components"])) {
    if (KEPT_WHOLE.has(key)) cut[key] = description[key];
    if (key === "paths") cut["paths"] = paths;
    if (key === "tags" && tags.length > 0) cut["tags"] = tags;
    if (key === "components" && Object.keys(components).length > 0) cut["components"] = components;
  }
  return { description: cut, findings };
}

function cutPaths(description: Tree, wanted: readonly OperationName[]): Tree {
  const paths: Tree = {};
  for (const path of new Set(wanted.map((operation) => operation.path))) {
    const methods = new Set(wanted.filter((each) => each.path === path).map(({ method }) => method));
    const item = resolvePathItem(description, at(description, "paths", path));
    const kept = Object.entries(item).filter(([key]) => methods.has(key) || KEPT_OF_PATH.has(key));
    paths[path] = structuredClone(Object.fromEntries(kept));
  }
  return paths;
}

function operationsOf(paths: Tree): readonly Tree[] {
  return Object.values(paths)
    .flatMap((item) => Object.entries(isTree(item) ? item : {}))
    .flatMap(([key, operation]) => (isTree(operation) && !KEPT_OF_PATH.has(key) ? [operation] : []));
}

function cutErrorsOff(description: Tree, operation: Tree): void {
  const { responses } = operation;
  if (!isTree(responses)) return;
  for (const [status, response] of Object.entries(responses)) {
    if (status.startsWith("2")) continue;
    const { description: wording = "", content } = resolvePathItem(description, response);
    const types = Object.keys(isTree(content) ? content : {}).map((type) => [type, { schema: {} }]);
    responses[status] = {
      description: wording,
      ...(types.length === 0 ? {} : { content: Object.fromEntries(types) }),
    };
  }
}

/** The schemes that the operations ask for, or the whole document where they say nothing. */
function securityPointers(description: Tree, operations: readonly Tree[]): readonly string[] {
  return operations
    .flatMap((operation): unknown => operation["security"] ?? description["security"] ?? [])
    .flatMap((requirement) => (isTree(requirement) ? Object.keys(requirement) : []))
    .map((name) => toPointer(["components", "securitySchemes", name]));
}

function usedTags(description: Tree, operations: readonly Tree[]): readonly unknown[] {
  const used = new Set<unknown>(operations.flatMap((operation) => operation["tags"] ?? []));
  const tags = description["tags"];
  return (Array.isArray(tags) ? tags : []).filter((tag) => used.has(at(tag, "name")));
}

function cutComponents(description: Tree, wanted: ReadonlySet<string>): Tree {
  const components: Tree = {};
  const all = description["components"];
  for (const [kind, members] of Object.entries(isTree(all) ? all : {})) {
    const kept = Object.entries(isTree(members) ? members : {}).filter(([name]) => {
      return wanted.has(toPointer(["components", kind, name]));
    });
    if (kept.length > 0) components[kind] = Object.fromEntries(kept);
  }
  return components;
}
