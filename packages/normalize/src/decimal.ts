/**
 * An amount as text: `-?(0|[1-9]\d*)(\.\d*[1-9])?`. No exponent, no plus, no minus zero, no trailing zeros,
 * so equal amounts are equal strings. The type is a hint for readers; `parseDecimal` is the proof.
 */
export type Decimal = `${number}`;

const jsonNumber = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const longestLiteral = 1_000;
// What a double can hold: up to 308 digits before the point, 324 after it.
const mostIntegerDigits = 308;
const mostFractionDigits = 324;

/** The canonical form of a JSON number's text, digit for digit; undefined when it is none or beyond a double. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > longestLiteral) return undefined;
  const match = jsonNumber.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  if (digits === "") return "0";
  const significant = digits.replace(/0+$/, "");
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

/** Adds exactly. */
export function addDecimal(left: Decimal, right: Decimal): Decimal {
  const { a, b, scale } = align(left, right);
  return fromUnits(a + b, scale);
}

/** Subtracts exactly. */
export function subtractDecimal(left: Decimal, right: Decimal): Decimal {
  const { a, b, scale } = align(left, right);
  return fromUnits(a - b, scale);
}

/** Multiplies exactly. */
export function multiplyDecimal(left: Decimal, right: Decimal): Decimal {
  const a = toUnits(left);
  const b = toUnits(right);
  return fromUnits(a.units * b.units, a.scale + b.scale);
}

/** Negative, zero or positive, as `left` is below, equal to or above `right`. */
export function compareDecimal(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const { a, b } = align(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Units {
  readonly units: bigint;
  /** Digits after the point that `units` counts in. */
  readonly scale: number;
}

function toUnits(value: Decimal): Units {
  const point = value.indexOf(".");
  const scale = point === -1 ? 0 : value.length - point - 1;
  return { units: BigInt(value.replace(".", "")), scale };
}

function align(left: Decimal, right: Decimal): { a: bigint; b: bigint; scale: number } {
  const a = toUnits(left);
  const b = toUnits(right);
  const scale = Math.max(a.scale, b.scale);
  return { a: a.units * 10n ** BigInt(scale - a.scale), b: b.units * 10n ** BigInt(scale - b.scale), scale };
}

function fromUnits(units: bigint, scale: number): Decimal {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString();
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  return placePoint(negative ? "-" : "", significant, digits.length - scale);
}
