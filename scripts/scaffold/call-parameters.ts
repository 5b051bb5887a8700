import { isTree, type Tree } from "@openbalance/specs/read-document";
import type { OperationName } from "../intake/choose-operations.ts";
import { fromPointer } from "../intake/finding.ts";
import { at } from "../intake/walk-description.ts";

/** A parameter without which the operation cannot be called. */
export interface CallParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  /** The account's option. */
  readonly option: string;
  readonly type: "string" | "number" | "boolean";
}

/** Whether an operation has a parameter in its path or query, be it one that may be left out. */
export function takesParameters(description: Tree, operation: OperationName): boolean {
  return describedParameters(description, operation).some((parameter) =>
    ["path", "query"].includes(String(at(parameter, "in"))),
  );
}

/** The parameters of an operation and of its path, references resolved. */
function describedParameters(description: Tree, { path, method }: OperationName): readonly unknown[] {
  const lists = [
    at(description, "paths", path, "parameters"),
    at(description, "paths", path, method, "parameters"),
  ];
  const parameters = lists.flatMap((list): readonly unknown[] => (Array.isArray(list) ? list : []));
  return parameters.map((parameter) => {
    const reference = at(parameter, "$ref");
    return typeof reference === "string" ? at(description, ...fromPointer(reference)) : parameter;
  });
}

/** The required parameters of an operation, the credential's header aside. */
export function callParameters(
  description: Tree,
  operation: OperationName,
  credentialHeader: string | undefined,
): readonly CallParameter[] {
  const byPlace = new Map<string, CallParameter>();
  for (const resolved of describedParameters(description, operation)) {
    const [name, place] = [at(resolved, "name"), at(resolved, "in")];
    if (typeof name !== "string" || !isPlace(place) || at(resolved, "required") !== true) continue;
    if (place === "header" && name.toLowerCase() === credentialHeader) continue;
    byPlace.set(`${place} ${name}`, {
      name,
      in: place,
      option: optionName(name),
      type: typeOf(description, resolved),
    });
  }
  return [...byPlace.values()];
}

/**
 * The options of a call in source text, `valueOf` giving each parameter's; empty when the call needs none. `moreHeaders`
 * are members of `headers` as they stand in the text.
 */
export function callOptions(
  parameters: readonly CallParameter[],
  accept: string,
  valueOf: (parameter: CallParameter) => string,
  moreHeaders = "",
): string {
  const members = (place: CallParameter["in"]): string => {
    const own = parameters.filter((parameter) => parameter.in === place);
    return own.map((parameter) => `${JSON.stringify(parameter.name)}: ${valueOf(parameter)}`).join(", ");
  };
  const [path, query] = [members("path"), members("query")];
  const accepted = accept === "" ? "" : `accept: ${JSON.stringify(accept)}`;
  const headers = [accepted, members("header"), moreHeaders].filter((each) => each !== "");
  const params = [path === "" ? "" : `path: { ${path} }`, query === "" ? "" : `query: { ${query} }`].filter(
    (each) => each !== "",
  );
  return [
    params.length === 0 ? "" : `params: { ${params.join(", ")} },`,
    headers.length === 0 ? "" : `headers: { ${headers.join(", ")} },`,
  ]
    .join(" ")
    .trim();
}

/** A value to call with in tests, as source text. */
export function sampleValue({ option, type }: CallParameter): string {
  if (type === "string") return JSON.stringify(`${option}-1`);
  return type === "number" ? "1" : "true";
}

function isPlace(place: unknown): place is CallParameter["in"] {
  return place === "path" || place === "query" || place === "header";
}

function typeOf(description: Tree, parameter: unknown): CallParameter["type"] {
  const schema = at(parameter, "schema");
  const reference = at(schema, "$ref");
  const resolved = typeof reference === "string" ? at(description, ...fromPointer(reference)) : schema;
  const type = isTree(resolved) ? resolved["type"] : undefined;
  if (type === "integer" || type === "number") return "number";
  return type === "boolean" ? "boolean" : "string";
}

function optionName(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words.map((word, index) => {
    const first = index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase();
    return `${first}${word.slice(1)}`;
  });
  const option = joined.join("");
  // These are the names of what every account has already.
  return ["ref", "client", "baseUrl", "retry", "fetch", "observe"].includes(option) || !/^[a-z]/.test(option)
    ? `parameter${option.charAt(0).toUpperCase()}${option.slice(1)}`
    : option;
}
