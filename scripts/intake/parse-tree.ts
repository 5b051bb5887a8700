import { isTree, type Tree } from "@openbalance/specs/read-document";
import { parseDocument } from "yaml";
import { IntakeError } from "./intake-error.ts";

/** The tree of a JSON or YAML 1.2 text. */
export function parseTree(text: string, place: string): Tree {
  const tree = parseJson(text) ?? parseYaml(text, place);
  // YAML lets much pass that JSON does not, such as a member without a value.
  if (isTree(tree) && place.endsWith(".json") && parseJson(text) === undefined) {
    throw new IntakeError(
      place,
      "it is no JSON",
      "Mend it, or give it the ending .yaml if that is what it is",
    );
  }
  if (isTree(tree)) return tree;
  throw new IntakeError(place, "it does not hold an object", "Give an OpenAPI or Swagger document");
}

/** JSON is YAML as well, but its own parser is fifty times as fast. */
function parseJson(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // YAML's parser says at which line; and `{a: 1}` is YAML.
    return undefined;
  }
}

function parseYaml(text: string, place: string): unknown {
  const document = parseDocument(text, { version: "1.2" });
  const [problem] = document.errors;
  if (problem === undefined) return document.toJS();
  const line = problem.linePos?.[0].line;
  throw new IntakeError(
    line === undefined ? place : `${place}, line ${line}`,
    `it is neither JSON nor YAML: ${problem.message.replace(/ at line [^]*/, "")}`,
    "Mend that line",
  );
}
