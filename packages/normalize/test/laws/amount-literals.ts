import * as fc from "fast-check";
import { literal, type JsonNode } from "./json-node.ts";

/** How a number is spelt: digits as they are, with zeros behind, or with an exponent. */
type Spelling = "plain" | "zeros" | "small-exponent" | "large-exponent";
export const spellings: readonly Spelling[] = ["plain", "zeros", "small-exponent", "large-exponent"];
const spelling: fc.Arbitrary<Spelling> = fc.constantFrom(...spellings);

/** The text of a JSON number: `units` times ten to the power of minus `scale`. */
export function spell(units: bigint, scale: number, style: Spelling): string {
  // JSON has no number that begins with two zeros.
  if (units === 0n) return scale === 0 ? "0" : `0.${"0".repeat(scale)}`;
  if (style === "small-exponent") return `${units}e-${scale}`;
  if (style === "large-exponent") return `${units}${"0".repeat(4)}E-${scale + 4}`;
  const sign = units < 0n ? "-" : "";
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale) + (style === "zeros" ? "00" : "");
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** A number of up to thirty digits, as a JSON number or as a string that holds one. */
const goodAmount: fc.Arbitrary<JsonNode> = fc
  .tuple(
    fc.oneof(fc.integer({ min: -100_000, max: 100_000 }).map(BigInt), fc.bigInt(-(10n ** 30n), 10n ** 30n)),
    fc.nat({ max: 20 }),
    spelling,
    fc.boolean(),
  )
  .map(([units, scale, style, quoted]) => {
    const text = spell(units, scale, style);
    return literal(quoted ? `"${text}"` : text);
  });

/** What may stand where an amount is due: wrong types, words, foreign digits, numbers beyond every range. */
const odd: readonly string[] = [
  'null true false {} [] [1] {"sum":1} {"__proto__":{"balance":1}}',
  "1e400 -1e400 1.797e309 1e308 9e307 1e-324 1e-325 1e999999999 -1e-999999999 0e999999999",
  "-0 -0.0 0.000 0e5 -0e-7 5.00 1E+2 1.5e-7 9007199254740993 0.1000000000000000055511151231257827",
  "123456789012345678901234567890.123456789012345678901234567890",
].flatMap((line) => line.split(" "));

const oddTexts: readonly string[] = [
  "abc 1,000.00 1_000 0x10 +1 .5 5. 01 1e --1 - 5-1 $5 1.5n NaN Infinity -Infinity null ٣ १२ ５ ½ \\u0665",
  "1e400 1e999999999 1e-999999999 1e99999999999999999999 -0 5.00 1E+2 1e3 \\u0031",
].flatMap((line) => line.split(" "));

const oddTokens = [...odd, ...["", " 5", "5 ", "5\\n", "5 USD", ...oddTexts].map((text) => `"${text}"`)];

/** Anything that is JSON and stands for no amount in particular. */
export const oddity: fc.Arbitrary<JsonNode> = fc.constantFrom(...oddTokens.map(nodeOf));

/** An object as a tree, so that a law can take a member out of it. */
function nodeOf(token: string): JsonNode {
  if (!token.startsWith("{")) return literal(token);
  // One of the objects above.
  const members = Object.entries(JSON.parse(token) as object);
  return { kind: "object", members: members.map(([key, member]) => [key, nodeOf(JSON.stringify(member))]) };
}

export const amountNode: fc.Arbitrary<JsonNode> = fc.oneof(
  { weight: 5, arbitrary: goodAmount },
  { weight: 1, arbitrary: oddity },
);
