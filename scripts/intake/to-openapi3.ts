import { isTree, type Tree } from "@openbalance/specs/read-document";
import { upgrade } from "@scalar/openapi-upgrader";
import { IntakeError } from "./intake-error.ts";

/** An OpenAPI 3 document: the one given, or what a Swagger 2.0 document says in the words of OpenAPI 3.0. */
export function toOpenApi3(description: Tree, place: string): Tree {
  const { openapi, swagger } = description;
  if (typeof openapi === "string" && /^3\.[012]\./.test(openapi)) return description;
  if (swagger !== "2.0" && swagger !== 2) {
    const version =
      openapi === undefined ? `Swagger ${JSON.stringify(swagger)}` : `OpenAPI ${JSON.stringify(openapi)}`;
    throw new IntakeError(place, `${version} is not supported`, "Give OpenAPI 3.0 or 3.1, or Swagger 2.0");
  }
  const upgraded: unknown = upgrade({ ...structuredClone(description), swagger: "2.0" }, "3.0");
  if (isTree(upgraded)) return upgraded;
  throw new IntakeError(place, "it cannot be converted to OpenAPI 3", "Convert it by hand");
}
