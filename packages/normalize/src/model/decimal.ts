import { configError } from "@openbalance/http";

/**
 * An amount as text: `-?(0|[1-9]\d*)(\.\d*[1-9])?`. No exponent, no plus, no minus zero, no trailing zeros,
 * so equal amounts are equal strings. The type is a hint for readers; `parseDecimal` is the proof.
 */
export type Decimal = `${number}`;

const canonical = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;
const jsonNumber = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const longestLiteral = 1_000;
// What a double can hold: up to 308 digits before the point, 324 after it.
const mostIntegerDigits = 308;
const mostFractionDigits = 324;

/** The canonical form of a JSON number's text, digit for digit; undefined when it is none or beyond a double. */
export function parseDecimal(text: string): Decimal | undefined {
  if (typeof text !== "string" || text.length > longestLiteral) return undefined;
  // As most are written. Shorter than what a double can hold, it is as it has to be.
  if (text.length <= mostIntegerDigits && canonical.test(text) && text !== "-0") return text as Decimal;
  const match = jsonNumber.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  if (digits === "") return "0";
  const significant = withoutTrailingZeros(digits);
  // How many of the digits stand before the point, judged before anything is padded to that length.
  const pointAt = digits.length - fraction.length + Number(exponent);
  if (pointAt > mostIntegerDigits || significant.length - pointAt > mostFractionDigits) return undefined;
  return placePoint(sign, significant, pointAt);
}

function placePoint(sign: string, significant: string, pointAt: number): Decimal {
  const whole = significant.slice(0, Math.max(0, pointAt)).padEnd(pointAt, "0");
  const fraction = significant.slice(Math.max(0, pointAt));
  const leadingZeros = "0".repeat(Math.max(0, -pointAt));
  const text = `${sign}${whole || "0"}${fraction === "" ? "" : `.${leadingZeros}${fraction}`}`;
  // The pieces are digits by construction, which the template type cannot express.
  return text as Decimal;
}

// A regular expression would look at every run of zeros again for each zero in it.
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 0x30) end -= 1;
  return digits.slice(0, end);
}

/** The amount times ten to a power, exactly; undefined when that is beyond a double. */
export function shiftDecimal(amount: Decimal, powerOfTen: number): Decimal | undefined {
  return parseDecimal(`${amount}e${powerOfTen}`);
}

/** The amount with its sign turned. */
export function negateDecimal(amount: Decimal): Decimal {
  if (amount === "0") return amount;
  // A digit or a minus before digits, which the template type cannot express.
  return (amount.startsWith("-") ? amount.slice(1) : `-${amount}`) as Decimal;
}

/** Adds exactly. Throws `config` when an argument is no decimal number. */
export function addDecimal(left: Decimal, right: Decimal): Decimal {
  const { a, b, scale } = align(left, right);
  return fromUnits(a + b, scale);
}

/** Adds up exactly: zero for none, and undefined when one is not stated, for then the sum is not known. */
export function sumOfStated(amounts: readonly (Decimal | undefined)[]): Decimal | undefined {
  let sum: Decimal | undefined;
  for (const amount of amounts) {
    if (amount === undefined) return undefined;
    sum = sum === undefined ? checkDecimal("amount", amount) : addDecimal(sum, amount);
  }
  return sum ?? "0";
}

/** Subtracts exactly. Throws `config` when an argument is no decimal number. */
export function subtractDecimal(left: Decimal, right: Decimal): Decimal {
  const { a, b, scale } = align(left, right);
  return fromUnits(a - b, scale);
}

/** Multiplies exactly. Throws `config` when an argument is no decimal number. */
export function multiplyDecimal(left: Decimal, right: Decimal): Decimal {
  const a = toUnits("left", left);
  const b = toUnits("right", right);
  return fromUnits(a.units * b.units, a.scale + b.scale);
}

/** -1, 0 or 1, as `left` is below, equal to or above `right`. Throws `config` when one is no decimal number. */
export function compareDecimal(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const { a, b } = align(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The canonical form of an argument; throws `config`, naming it, when it is no decimal number. */
export function checkDecimal(argument: string, value: unknown): Decimal {
  if (typeof value === "string") {
    // What arithmetic gives may have more digits than any reply.
    if (canonical.test(value) && value !== "-0") return value as Decimal;
    const parsed = parseDecimal(value);
    if (parsed !== undefined) return parsed;
  }
  const received = typeof value === "string" ? "a text that is none" : typeof value;
  throw configError(
    "openbalance",
    `\`${argument}\` must be a decimal number as a string, received ${received}`,
  );
}

/** A whole number of units of 10^-scale. */
export interface Units {
  readonly units: bigint;
  readonly scale: number;
}

/** An argument as a whole number; throws `config`, naming it, when it is no decimal number. */
export function toUnits(argument: string, value: unknown): Units {
  const text = checkDecimal(argument, value);
  const point = text.indexOf(".");
  const scale = point === -1 ? 0 : text.length - point - 1;
  return { units: BigInt(text.replace(".", "")), scale };
}

/** The canonical form of a whole number of units. */
export function fromUnits(units: bigint, scale: number): Decimal {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString();
  const significant = withoutTrailingZeros(digits);
  if (significant === "") return "0";
  return placePoint(negative ? "-" : "", significant, digits.length - scale);
}

function align(left: unknown, right: unknown): { a: bigint; b: bigint; scale: number } {
  const a = toUnits("left", left);
  const b = toUnits("right", right);
  const scale = Math.max(a.scale, b.scale);
  return { a: a.units * 10n ** BigInt(scale - a.scale), b: b.units * 10n ** BigInt(scale - b.scale), scale };
}
