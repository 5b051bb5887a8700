import { Big } from "big.js";
import type { ReferenceValue } from "./reference-json.ts";

/** An amount as the reference reads it. */
export interface ReferenceAmount {
  /** As it stands in the reply. */
  readonly text: string;
  /** In canonical form. */
  readonly value: string;
}

/** How a vendor counts: in units of ten to a power, and what is owed instead of what is there. */
export interface ReferenceCounting {
  readonly powerOfTen?: number;
  readonly owed?: boolean;
  /** An amount of this kind cannot be below zero, so one that is says nothing. */
  readonly unsigned?: boolean;
}

/** The amount that a value states; undefined when it is no number, or one that no double comes near. */
export function referenceAmount(
  value: ReferenceValue | undefined,
  { powerOfTen = 0, owed = false, unsigned = false }: ReferenceCounting = {},
): ReferenceAmount | undefined {
  const text = value?.kind === "number" ? value.source : value?.kind === "text" ? value.value : undefined;
  if (text === undefined || text.length > 1_000 || !isJsonNumber(text)) return undefined;
  const number = new Big(text);
  const [firstDigit] = number.c;
  if (firstDigit === 0) return { text, value: "0" };
  const digitsBeforePoint = number.e + 1;
  const digitsAfterPoint = number.c.length - digitsBeforePoint;
  if (digitsBeforePoint > 308 || digitsAfterPoint > 324) return undefined;
  if (digitsBeforePoint + powerOfTen > 308 || digitsAfterPoint - powerOfTen > 324) return undefined;
  if (unsigned && number.s < 0) return undefined;
  const shifted = new Big(number);
  shifted.e += powerOfTen;
  return { text, value: (owed ? shifted.neg() : shifted).toFixed() };
}

/** By `JSON.parse`, which takes nothing around a number but blanks. */
function isJsonNumber(text: string): boolean {
  if (/[^-+.0-9eE]/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === "number";
  } catch {
    return false;
  }
}
