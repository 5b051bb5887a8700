import { endOfJsonString, nestsDeeperThan } from "@openbalance/http";

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
 *
 * Every number is replaced by its place in a list before a second parse, which then yields places instead of
 * doubles. A reviver's `context.source` would say the same, but takes longer and not every runtime has it.
 */
export function parseExactJson(text: string): { readonly exact: ExactJson; readonly plain: unknown } {
  if (nestsDeeperThan(deepestNesting, text)) {
    throw new SyntaxError(`nested deeper than ${deepestNesting} levels`);
  }
  const numbers = numbersIn(text);
  const plain: unknown = JSON.parse(text);
  // Without a number there is none to lose, and one parse serves both.
  // JSON.parse yields JSON and nothing else, so the cast states a fact.
  if (numbers.length === 0) return { exact: plain as ExactJson, plain };
  const literals = numbers.map(({ start, end }) => new NumberLiteral(text.slice(start, end)));
  const placed: unknown = JSON.parse(withPlaces(text, numbers));
  return { exact: restore(placed, literals) as ExactJson, plain };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text with every number replaced by its place in the list. */
function withPlaces(text: string, numbers: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const [place, { start, end }] of numbers.entries()) {
    result += text.slice(at, start) + String(place);
    at = end;
  }
  return result + text.slice(at);
}

/** Puts the literals where their places stand, in a value that nobody else holds yet. */
function restore(value: unknown, literals: readonly NumberLiteral[]): unknown {
  if (typeof value === "number") return literals[value];
  if (typeof value !== "object" || value === null) return value;
  // Arrays and objects alike are written by key.
  const members = value as Record<string, unknown>;
  for (const key of Object.keys(members)) {
    const member = members[key];
    const restored = restore(member, literals);
    if (restored === member) continue;
    // Assigned, a member called __proto__ would set the prototype; defining every one is slower.
    if (key === "__proto__") Object.defineProperty(members, key, { value: restored });
    else members[key] = restored;
  }
  return value;
}

/** Where numbers stand if the text is JSON. */
function numbersIn(text: string): readonly Span[] {
  const numbers: Span[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) at = endOfJsonString(text, at);
    else if (unit === 0x2d || isDigit(unit)) {
      const start = at;
      while (isInNumber(text.charCodeAt(at + 1))) at += 1;
      numbers.push({ start, end: at + 1 });
    }
  }
  return numbers;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Digits, the point, e, E and signs. */
function isInNumber(unit: number): boolean {
  return isDigit(unit) || unit === 0x2e || unit === 0x65 || unit === 0x45 || unit === 0x2b || unit === 0x2d;
}
