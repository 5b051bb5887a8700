import { isTree, type Tree } from "@openbalance/specs/read-document";
import { IntakeError } from "./intake-error.ts";
import { at } from "./walk-description.ts";
import { fromPointer } from "./finding.ts";

export interface OperationName {
  readonly path: string;
  /** Lower case. */
  readonly method: string;
  readonly id?: string;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

export function formatOperation({ method, path }: OperationName): string {
  return `${method.toUpperCase()} ${path}`;
}

/** Every operation of a description, in its order. */
export function listOperations(description: Tree): readonly OperationName[] {
  return Object.entries(isTree(description["paths"]) ? description["paths"] : {}).flatMap(([path, item]) => {
    const resolved = resolvePathItem(description, item);
    return METHODS.filter((method) => isTree(resolved[method])).map((method) => {
      const id = at(resolved, method, "operationId");
      return typeof id === "string" ? { path, method, id } : { path, method };
    });
  });
}

/** A path item, and what it refers to within the document. */
export function resolvePathItem(description: Tree, item: unknown): Tree {
  if (!isTree(item)) return {};
  const { $ref, ...own } = item;
  if (typeof $ref !== "string" || !$ref.startsWith("#/")) return item;
  const target = at(description, ...fromPointer($ref));
  return isTree(target) ? { ...target, ...own } : own;
}

/** The operations wanted, by `operationId` or as `GET /path`; the only one there is when none is named. */
export function chooseOperations(
  description: Tree,
  wanted: readonly string[],
  place: string,
): readonly OperationName[] {
  const all = listOperations(description);
  if (wanted.length > 0) return wanted.map((name) => findOperation(all, name, place));
  if (all.length === 1) return all;
  throw new IntakeError(
    place,
    `it holds ${all.length} operations`,
    `Name the one that reads the balance with --operation, for instance ${suggest(all)}`,
  );
}

function findOperation(all: readonly OperationName[], name: string, place: string): OperationName {
  const [method = "", path] = name.trim().split(/\s+/, 2);
  const found = all.find((operation) => {
    if (path === undefined) return operation.id === name;
    return operation.method === method.toLowerCase() && operation.path === path;
  });
  if (found !== undefined) return found;
  throw new IntakeError(
    place,
    `it holds no operation ${name}`,
    `Take one of its own, for instance ${suggest(all)}`,
  );
}

/** Those first that could read a balance. */
function suggest(all: readonly OperationName[]): string {
  const readable = all.filter(({ method }) => method === "get");
  const fitting = readable.filter(({ path }) => /balance|credit|wallet|quota|usage|subscription/i.test(path));
  const named = [...new Set([...fitting, ...readable, ...all])]
    .slice(0, 12)
    .map((each) => `"${formatOperation(each)}"`);
  return named.join(", ") || "none: its paths are empty";
}
