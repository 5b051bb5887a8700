import { configError } from "@openbalance/http";
import { toUnits, type Decimal } from "./decimal.ts";

const largestExponent = 1_000;

/**
 * The amount as a whole number of its smallest unit: `toMinorUnits("12.5", 2)` is `1250n`. The exponent is
 * the caller's: ISO 4217, payment services and `Intl` do not agree on one. Throws `config` when the amount
 * has more digits after the point than that, or an argument is wrong; nothing is rounded.
 */
export function toMinorUnits(amount: Decimal, exponent: number): bigint {
  const { units, scale } = toUnits("amount", amount);
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > largestExponent) {
    throw configError("openbalance", `\`exponent\` must be a whole number from 0 to ${largestExponent}`);
  }
  if (scale > exponent) {
    throw configError(
      "openbalance",
      `\`amount\` has ${scale} digits after the point, more than the exponent ${exponent} holds; round it with toScale first`,
    );
  }
  return units * 10n ** BigInt(exponent - scale);
}
