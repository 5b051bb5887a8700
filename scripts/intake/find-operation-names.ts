import type { Tree } from "@openbalance/specs/read-document";
import { listOperations, type OperationName } from "./choose-operations.ts";
import { toJsonPath, toPointer, type Finding } from "./finding.ts";

/** Operations without an `operationId`, by which examples and types are named. */
export function findOperationNames(description: Tree): readonly Finding[] {
  return listOperations(description)
    .filter(({ id }) => id === undefined)
    .map((operation) => {
      const place = ["paths", operation.path, operation.method];
      const operationId = nameOf(operation);
      return {
        place: toPointer(place),
        problem: "the operation has no operationId",
        done: `The overlay names it ${operationId}.`,
        repairs: [
          {
            target: toJsonPath(place),
            description: "The vendor gives the operation no name; this one is made of its method and path.",
            update: { operationId },
          },
        ],
      };
    });
}

/** `GET /wallets/{id}/balance` becomes `getWalletsByIdBalance`. */
function nameOf({ method, path }: OperationName): string {
  const words = path.split("/").map((segment) => {
    const parameter = /^\{(.+)\}$/.exec(segment)?.[1];
    return parameter === undefined ? pascalCase(segment) : `By${pascalCase(parameter)}`;
  });
  return `${method}${words.join("")}`;
}

function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join("");
}
