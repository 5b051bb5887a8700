import { configError } from "@openbalance/http";

/** A number as it stands in the text of a reply. */
export class NumberLiteral {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** JSON in which numbers are still text. */
export type ExactJson =
  | null
  | boolean
  | string
  | number
  | NumberLiteral
  | readonly ExactJson[]
  | { readonly [key: string]: ExactJson };

// Far beyond any reply, far below what a recursive parser survives.
const deepestNesting = 500;

/**
 * Parses JSON and keeps every number's text; of a repeated key the last one counts, as in `JSON.parse`.
 * Throws SyntaxError, also for nesting that no reply needs.
 */
export function parseExactJson(text: string): { readonly exact: ExactJson; readonly plain: unknown } {
  const { depth, hasNumbers } = survey(text);
  if (depth > deepestNesting) throw new SyntaxError(`nested deeper than ${deepestNesting} levels`);
  const plain: unknown = JSON.parse(text);
  // Without a digit outside a string there is no number to lose, and one parse serves both.
  // JSON.parse yields JSON and nothing else, so the cast states a fact.
  if (!hasNumbers) return { exact: plain as ExactJson, plain };
  const exact: unknown = JSON.parse(text, keepSource);
  return { exact: exact as ExactJson, plain };
}

// The third argument: https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/JSON/parse#context
function keepSource(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== "number") return value;
  if (context?.source === undefined) {
    throw configError(
      "openbalance",
      "this runtime's JSON.parse gives no source text; Node 22, Deno 2 or Bun 1.4 is needed",
    );
  }
  return new NumberLiteral(context.source);
}

/** One pass over the text, skipping strings: how deep it nests, and whether a digit stands outside them. */
function survey(text: string): { depth: number; hasNumbers: boolean } {
  let depth = 0;
  let deepest = 0;
  let hasNumbers = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) at = endOfString(text, at);
    else if (unit === 0x5b || unit === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (unit === 0x5d || unit === 0x7d) depth -= 1;
    else if (unit >= 0x30 && unit <= 0x39) hasNumbers = true;
  }
  return { depth: deepest, hasNumbers };
}

function endOfString(text: string, start: number): number {
  let quote = start;
  do {
    quote = text.indexOf('"', quote + 1);
    if (quote === -1) return text.length;
  } while (isEscaped(text, quote));
  return quote;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes += 1;
  return backslashes % 2 === 1;
}
