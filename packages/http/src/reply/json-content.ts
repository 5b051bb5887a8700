import { nestsDeeperThan } from "./json-depth.ts";
import { problemFromCode, type Problem } from "./problem.ts";

const deepestNesting = 1_000;

/** What a body holds. */
export interface Content {
  /** Empty when it could not be read. */
  readonly text: string;
  /** What `JSON.parse` makes of the text; absent when it is not JSON. */
  readonly body?: unknown;
  /** Why it is no answer. */
  readonly problem?: Problem;
}

/** Parses a body, which must hold one JSON document under a JSON media type, or nothing where nothing was asked for. */
export function parseContent(
  text: string,
  contentType: string | null | undefined,
  mayBeEmpty: boolean,
): Content {
  const refuse = (reason: string): Content => ({
    text,
    problem: problemFromCode("bad_response", { reason }),
  });
  if (mayBeEmpty && text === "") return { text };
  if (!isJsonMediaType(contentType)) return refuse("the body is not JSON by its content type");
  if (text.trim() === "") return refuse("the body is empty");
  if (nestsDeeperThan(deepestNesting, text)) {
    return refuse(`the body nests deeper than ${deepestNesting} levels`);
  }
  try {
    return { text, body: JSON.parse(text) };
  } catch {
    // The parser's message quotes the body, so it is left out.
    return refuse("the body is not valid JSON");
  }
}

const jsonMediaType = String.raw`\s*(application|text)/([\w.+-]+\+)?json\s*(;([^,"]|"([^"\\]|\\.)*")*)?`;
const jsonMediaTypes = new RegExp(`^${jsonMediaType}(,${jsonMediaType})*$`, "i");

/** Without a content type the body itself has to prove it; a header sent twice must say JSON twice. */
function isJsonMediaType(contentType: string | null | undefined): boolean {
  return jsonMediaTypes.test(contentType ?? "application/json");
}
