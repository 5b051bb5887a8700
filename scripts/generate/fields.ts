import type { OpenApiDocument } from "@openbalance/specs";
import { isTree, type Tree } from "@openbalance/specs/read-document";
import { formatOperation, listOperations, resolvePathItem } from "../intake/choose-operations.ts";
import { fromPointer } from "../intake/finding.ts";
import { at } from "../intake/walk-description.ts";

/** `src/generated/fields.ts`: what the description says a success holds, for those who watch for more or less. */
export function generateFields(vendor: string, document: OpenApiDocument): string {
  const operations = listOperations(document).filter(({ method }) => method === "get");
  const entries = operations.map((operation) => {
    const response = at(document, "paths", operation.path, operation.method, "responses", "200");
    const content = resolvePathItem(document, response)["content"];
    const bodies = Object.entries(isTree(content) ? content : {});
    const body = bodies.find(([type]) => /[/+]json(;|$)/.test(type))?.[1];
    const fields = new Map<string, "always" | "optional" | "open">();
    collect({ document, fields }, at(body, "schema"), "", []);
    const lines = [...fields].map(
      ([path, presence]) => `    ${JSON.stringify(path)}: ${JSON.stringify(presence)},\n`,
    );
    return `  ${JSON.stringify(formatOperation(operation))}: {\n${lines.join("")}  },\n`;
  });
  return [
    `// Generated from specs/${vendor}/openapi and its overlay by \`pnpm generate\`. Do not edit:\n`,
    `// a wrong field is mended in specs/${vendor}/overlay.yaml.\n\n`,
    "/**\n * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what\n",
    " * stands there may have members beside the ones listed.\n */\n",
    `export const fields = {\n${entries.join("")}} as const;\n`,
  ].join("");
}

const MOST_LEVELS = 8;
const MOST_FIELDS = 1_000;

interface Collection {
  readonly document: Tree;
  readonly fields: Map<string, "always" | "optional" | "open">;
}

function collect(collection: Collection, schema: unknown, path: string, within: readonly string[]): void {
  const { document, fields } = collection;
  const reference = at(schema, "$ref");
  if (typeof reference === "string") {
    // Where a schema comes back within itself, or there is no end of them, the rest stays open.
    const endless = within.includes(reference) || within.length > MOST_LEVELS || fields.size > MOST_FIELDS;
    if (endless) return void fields.set(`${path}/~*`, "open");
    return collect(collection, at(document, ...fromPointer(reference)), path, [...within, reference]);
  }
  if (!isTree(schema)) return;
  const { properties, items, additionalProperties, required } = schema;
  const always = new Set<unknown>(Array.isArray(required) ? required : []);
  for (const [name, property] of Object.entries(isTree(properties) ? properties : {})) {
    const place = `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    fields.set(place, always.has(name) ? "always" : (fields.get(place) ?? "optional"));
    collect(collection, property, place, within);
  }
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const members = schema[key];
    for (const member of Array.isArray(members) ? members : []) collect(collection, member, path, within);
  }
  if (isTree(items)) {
    fields.set(`${path}/~*`, "optional");
    collect(collection, items, `${path}/~*`, within);
  }
  const known = isTree(properties) || ["allOf", "anyOf", "oneOf"].some((key) => Array.isArray(schema[key]));
  if (
    additionalProperties === true ||
    isTree(additionalProperties) ||
    (!known && !isTree(items) && mayHoldMore(schema))
  ) {
    fields.set(`${path}/~*`, "open");
    collect(collection, additionalProperties, `${path}/~*`, within);
  }
}

function mayHoldMore({ type }: Tree): boolean {
  const types = new Set<unknown>([type].flat());
  return type === undefined || types.has("object") || types.has("array");
}
