import { configError } from "@openbalance/http";
import { fromUnits, toUnits, type Decimal } from "./decimal.ts";

/**
 * What becomes of the digits that are cut off. `up` and `down` are away from zero and towards it; `ceiling`
 * and `floor` are towards the greater and the lesser number; the halves round to the nearest and differ in
 * the middle alone.
 */
export type RoundingMode = "up" | "down" | "ceiling" | "floor" | "half-up" | "half-down" | "half-even";

/** What is cut off a number. */
interface Cut {
  readonly isNegative: boolean;
  /** -1, 0 or 1, as it is less than, exactly or more than half of the last digit that is kept. */
  readonly half: -1 | 0 | 1;
  /** Whether the last digit that is kept is odd. */
  readonly afterOdd: boolean;
}

/** Whether cutting moves the number one step away from zero. */
const roundsAway: Readonly<Record<RoundingMode, (cut: Cut) => boolean>> = {
  up: () => true,
  down: () => false,
  ceiling: ({ isNegative }) => !isNegative,
  floor: ({ isNegative }) => isNegative,
  "half-up": ({ half }) => half >= 0,
  "half-down": ({ half }) => half > 0,
  "half-even": ({ half, afterOdd }) => half > 0 || (half === 0 && afterOdd),
};
const widestScale = 1_000;

/**
 * The amount with at most `scale` digits after the point; a negative scale rounds to tens, hundreds and so
 * on. The result is canonical: zeros at its end are not kept. Throws `config` for an argument that is wrong.
 */
export function toScale(amount: Decimal, scale: number, roundingMode: RoundingMode): Decimal {
  const { units, scale: digits } = toUnits("amount", amount);
  if (!Number.isInteger(scale) || Math.abs(scale) > widestScale) {
    throw configError(
      "openbalance",
      `\`scale\` must be a whole number from -${widestScale} to ${widestScale}`,
    );
  }
  if (!Object.hasOwn(roundsAway, roundingMode)) {
    const modes = Object.keys(roundsAway).join(", ");
    throw configError("openbalance", `\`roundingMode\` must be one of ${modes}`);
  }
  if (digits <= scale) return fromUnits(units, digits);

  const step = 10n ** BigInt(digits - scale);
  const isNegative = units < 0n;
  const size = isNegative ? -units : units;
  const kept = size / step;
  const twice = (size % step) * 2n;
  const half = twice < step ? -1 : twice > step ? 1 : 0;
  const isExact = twice === 0n;
  const away = !isExact && roundsAway[roundingMode]({ isNegative, half, afterOdd: kept % 2n === 1n });
  const rounded = (away ? kept + 1n : kept) * (isNegative ? -1n : 1n);
  return scale < 0 ? fromUnits(rounded * 10n ** BigInt(-scale), 0) : fromUnits(rounded, scale);
}
