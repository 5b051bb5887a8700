import * as fc from "fast-check";
import type { Decimal } from "../src/model/decimal.ts";

/** The same cases in every run, so that a failure is the same failure everywhere. */
export const cases = { seed: 20_261_122, numRuns: 2_000 } as const;

const digit = fc.constantFrom(..."0123456789".split(""));
const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: digit, minLength, maxLength });

/** The text of any JSON number whose digits stay well within what is accepted. */
export const numberText: fc.Arbitrary<string> = fc
  .record({
    sign: fc.constantFrom("", "-"),
    whole: fc.oneof(
      fc.constant("0"),
      digits(1, 40).map((text) => text.replace(/^0+(?=.)/, "")),
    ),
    fraction: fc.oneof(
      fc.constant(""),
      digits(1, 40).map((text) => `.${text}`),
    ),
    exponent: fc.oneof(
      fc.constant(""),
      fc
        .tuple(fc.constantFrom("e", "E", "e+", "E+", "e-", "E-"), fc.nat({ max: 60 }))
        .map(([e, size]) => `${e}${size}`),
    ),
  })
  .map(({ sign, whole, fraction, exponent }) => `${sign}${whole}${fraction}${exponent}`);

/** A canonical amount of up to forty digits on either side of the point, and often a short one. */
export const amount: fc.Arbitrary<Decimal> = fc
  .oneof(
    fc.tuple(fc.constantFrom("", "-"), digits(1, 40), digits(0, 40)),
    fc.tuple(fc.constantFrom("", "-"), digits(1, 3), digits(0, 2)),
  )
  .map(([sign, whole, fraction]) => {
    const integer = whole.replace(/^0+(?=.)/, "");
    const rest = fraction.replace(/0+$/, "");
    const size = rest === "" ? integer : `${integer}.${rest}`;
    // Built to be canonical, which the template type cannot express.
    return (size === "0" ? size : `${sign}${size}`) as Decimal;
  });
