import { isTree, type Tree } from "@openbalance/specs/read-document";
import { toJsonPath, toPointer, type Finding, type Keys } from "./finding.ts";
import { walkDescription } from "./walk-description.ts";

/** Examples that hold a reference: a value to the standard, but generators follow it, into what may be cut away. */
export function findExampleReferences(description: Tree): readonly Finding[] {
  const findings: Finding[] = [];
  walkDescription(description, (node, keys) => {
    if (holdsReference(node["example"])) findings.push(takeOut([...keys, "example"]));
    if (keys.at(-2) === "examples" && holdsReference(node["value"])) findings.push(takeOut(keys));
  });
  return findings;
}

function takeOut(keys: Keys): Finding {
  const description =
    "The example is a reference, which the standard does not follow within values and generators do.";
  return {
    place: toPointer(keys),
    problem: "the example holds a reference",
    done: "The overlay takes it out.",
    repairs: [{ target: toJsonPath(keys), description, remove: true }],
  };
}

function holdsReference(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsReference);
  if (!isTree(value)) return false;
  return typeof value["$ref"] === "string" || Object.values(value).some(holdsReference);
}
