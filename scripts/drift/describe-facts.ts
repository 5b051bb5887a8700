import { isTree, type Tree } from "@openbalance/specs/read-document";
import { formatOperation, listOperations, resolvePathItem } from "../intake/choose-operations.ts";
import { at } from "../intake/walk-description.ts";
import { describeSchema, tellWording, type SchemaReader } from "./describe-schema.ts";
import type { Fact } from "./fact.ts";

/** What a description says, flat. */
export function describeFacts(description: Tree): readonly Fact[] {
  const facts: Fact[] = [];
  const reader: SchemaReader = {
    description,
    visits: new Map(),
    tell: (place, kind, value, side) => void facts.push({ place, kind, value, side }),
  };
  for (const operation of listOperations(description)) {
    const item = at(description, "paths", operation.path);
    describeOperation(reader, item, at(item, operation.method), formatOperation(operation));
  }
  for (const name of Object.keys(at(description, "components", "schemas") ?? {})) {
    reader.tell(name, "schema name", "", "document");
  }
  tellWording(reader.tell, description["info"], "info", "document");
  return facts;
}

function describeOperation(reader: SchemaReader, item: unknown, operation: unknown, place: string): void {
  const { description, tell } = reader;
  tell(place, "operation", "", "document");
  const servers = at(operation, "servers") ?? at(item, "servers") ?? description["servers"];
  for (const server of Array.isArray(servers) ? servers : [])
    tell(place, "server", String(at(server, "url")), "document");
  tell(place, "security", securityOf(description, operation), "document");
  tellWording(tell, operation, place, "document");
  for (const list of [at(item, "parameters"), at(operation, "parameters")]) {
    for (const parameter of Array.isArray(list) ? list : []) describeParameter(reader, parameter, place);
  }
  const body = resolvePathItem(description, at(operation, "requestBody"));
  describeContent(reader, body["content"], `${place}, request`, "request");
  const responses = at(operation, "responses");
  for (const [status, response] of Object.entries(isTree(responses) ? responses : {})) {
    const resolved = resolvePathItem(description, response);
    tell(`${place}, ${status}`, "status", "", "reply");
    tellWording(tell, resolved, `${place}, ${status}`, "reply");
    describeContent(reader, resolved["content"], `${place}, ${status}`, "reply");
  }
}

/** The schemes themselves, so that a new name alone is no change. */
function securityOf(description: Tree, operation: unknown): string {
  const alternatives = at(operation, "security") ?? description["security"];
  if (!Array.isArray(alternatives)) return "not stated";
  const stated = alternatives.map((alternative: unknown) => {
    const schemes = Object.keys(isTree(alternative) ? alternative : {}).map((name) => {
      const scheme = at(description, "components", "securitySchemes", name);
      const words = ["type", "scheme", "in", "name"].map((key) => at(scheme, key));
      return words.filter((word) => typeof word === "string").join(" ");
    });
    return schemes.join(" and ") || "nothing";
  });
  return stated.join(", or ") || "nothing";
}

function describeParameter(reader: SchemaReader, parameter: unknown, operation: string): void {
  const resolved = resolvePathItem(reader.description, parameter);
  const place = `${operation}, ${String(resolved["in"])} ${String(resolved["name"])}`;
  reader.tell(place, "parameter", resolved["required"] === true ? "required" : "optional", "request");
  tellWording(reader.tell, resolved, place, "request");
  describeSchema(reader, resolved["schema"], place, "request");
}

function describeContent(reader: SchemaReader, content: unknown, place: string, side: Fact["side"]): void {
  const bodies = Object.entries(isTree(content) ? content : {});
  for (const [type, body] of bodies) {
    const where = bodies.length === 1 ? place : `${place} as ${type}`;
    reader.tell(where, "media type", type, side);
    const examples = at(body, "examples");
    if (examples !== undefined) reader.tell(where, "wording", `examples: ${JSON.stringify(examples)}`, side);
    tellWording(reader.tell, body, where, side);
    describeSchema(reader, at(body, "schema"), where, side);
  }
}
