import type { Tree } from "@openbalance/specs/read-document";
import { marked } from "marked";
import { IntakeError } from "./intake-error.ts";
import { parseTree } from "./parse-tree.ts";

export interface PageContent {
  /** Absent for a page without a description in it. */
  readonly description?: Tree;
  readonly format: "json" | "yaml";
  /** The operation the page is about, where it says so: `GET /balance`. */
  readonly operation?: string;
}

/** The description in a text: the text itself, or the code blocks of a Markdown page. */
export function readPage(text: string, place: string): PageContent {
  const [prose = ""] = text.split(/^ {0,3}(?:```|~~~)/m, 1);
  if (isDescription(prose)) return { description: parseTree(text, place), format: formatOf(text) };
  if (/\.(json|ya?ml)$/i.test(place) || /^\s*[{[]/.test(text)) {
    parseTree(text, place);
    throw new IntakeError(
      place,
      "it is no OpenAPI or Swagger document: `openapi` and `swagger` are missing at its top",
      "Give the description itself, or a page that holds one",
    );
  }
  const blocks = codeBlocks(text).filter((block) => isDescription(block.text));
  const [first, ...others] = blocks.map((block, index) =>
    parseTree(block.text, `${place}, code block ${index + 1}`),
  );
  if (first === undefined) return { format: "yaml" };
  const operations = blocks.flatMap((block) => readOperation(block.language) ?? []);
  return {
    description: others.reduce(join, first),
    format: formatOf(blocks[0]?.text ?? ""),
    // With several blocks the page is about none of them in particular.
    ...(operations[0] === undefined || blocks.length > 1 ? {} : { operation: operations[0] }),
  };
}

/** A member at the top of the text, which in JSON may stand behind others. */
function isDescription(text: string): boolean {
  if (/^\s*\{/.test(text)) return /["'](openapi|swagger)["']\s*:/.test(text);
  return /^["']?(openapi|swagger)["']?\s*:/m.test(text);
}

function formatOf(text: string): PageContent["format"] {
  return /^\s*\{/.test(text) ? "json" : "yaml";
}

interface CodeBlock {
  readonly text: string;
  readonly language: string;
}

function codeBlocks(text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  // The visitor is synchronous, so there is nothing to wait for.
  void marked.walkTokens(marked.lexer(text), (token) => {
    if (token.type === "code") blocks.push({ text: token.text, language: token["lang"] ?? "" });
  });
  return blocks;
}

/** Mintlify writes the operation behind the language: `yaml openapi.json get /balance`. */
function readOperation(language: string): string | undefined {
  const match = /\b(get|put|post|delete|options|head|patch|trace)\s+(\/\S*)$/i.exec(language.trim());
  return match === null ? undefined : `${match[1]?.toUpperCase()} ${match[2]}`;
}

/** Pages of several operations repeat the whole description around each. */
function join(description: Tree, further: Tree): Tree {
  const joined: Tree = { ...description };
  for (const part of ["paths", "components", "schemas", "responses", "parameters", "securitySchemes"]) {
    const [first, second] = [description[part], further[part]];
    if (second === undefined) continue;
    joined[part] =
      part === "components" ? join((first ?? {}) as Tree, second as Tree) : Object.assign({}, first, second);
  }
  return joined;
}
