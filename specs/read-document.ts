import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { SpecError } from "./spec-error.ts";

/** A plain object as JSON or YAML holds it. */
export type Tree = { [key: string]: unknown };

export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One file of a vendor's folder as a tree, or nothing when the file is not there. JSON is YAML 1.2, so one parser reads both. */
export async function readDocument(specs: URL, vendor: string, file: string): Promise<Tree | undefined> {
  const text = await readFile(new URL(`${vendor}/${file}`, specs), "utf8").catch((error: unknown) => {
    if (isTree(error) && error["code"] === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const document = parseDocument(text, { version: "1.2" });
  // Warnings too: an unknown tag is a value that is not what it looks like.
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) {
    const line = problem.linePos?.[0].line;
    throw new SpecError({
      vendor,
      file,
      ...(line === undefined ? {} : { place: `line ${line}` }),
      reason: `it is not valid YAML: ${problem.message.replace(/ at line [^]*/, "")}`,
      remedy: "Mend that line",
    });
  }
  const tree: unknown = document.toJS();
  if (!isTree(tree)) {
    throw new SpecError({
      vendor,
      file,
      reason: "it does not hold an object",
      remedy: "Write an object at its top",
    });
  }
  refuseOtherDocuments(tree, "#", vendor, file);
  return tree;
}

/** A reference to another host or file would make the build depend on what is served there today. */
function refuseOtherDocuments(node: unknown, pointer: string, vendor: string, file: string): void {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries())
      refuseOtherDocuments(item, `${pointer}/${index}`, vendor, file);
    return;
  }
  if (!isTree(node)) return;
  for (const [key, value] of Object.entries(node)) {
    const place = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const leads =
      (key === "$ref" && typeof value === "string" && !value.startsWith("#")) ||
      (key === "externalValue" && typeof value === "string");
    if (leads) {
      throw new SpecError({
        vendor,
        file,
        place,
        reason: `"${value}" leads out of the document`,
        remedy: "Write what it names into this document and refer to it with #/",
      });
    }
    refuseOtherDocuments(value, place, vendor, file);
  }
}
