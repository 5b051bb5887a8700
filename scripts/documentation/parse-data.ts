import { parseAllDocuments } from "yaml";
import type { CodeBlock } from "./code-block.ts";

/** Why a block of JSON or YAML cannot be parsed; undefined for any other and for one that can. */
export function findDataFault({ language, code }: CodeBlock): string | undefined {
  if (language === "yaml") return parseAllDocuments(code).flatMap(({ errors }) => errors)[0]?.message;
  if (language !== "json") return undefined;
  try {
    JSON.parse(code);
    return undefined;
  } catch (error) {
    return String(error);
  }
}
