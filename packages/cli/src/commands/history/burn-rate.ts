import {
  addDecimal,
  compareDecimal,
  parseDecimal,
  subtractDecimal,
  toMinorUnits,
  type Decimal,
} from "@openbalance/normalize";

/** An amount at a moment. */
export interface Point {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly amount: Decimal;
}

/** How fast a balance goes down. */
export type BurnRate =
  | { readonly kind: "insufficient history"; readonly reason: string }
  | {
      /** What was spent is exact; that it goes on like this is an estimate, and so is what follows from it. */
      readonly kind: "estimate";
      /** Exactly what the balance went down by, top-ups left out. */
      readonly spent: Decimal;
      /** The milliseconds in which it went down by that: those between two readings with a top-up do not count. */
      readonly observedMs: number;
      /** How often it went up between two readings. */
      readonly topUps: number;
      /** What was spent, for one day: rounded to four digits more than `spent` has. */
      readonly perDay: Decimal;
      /** It went up as often as down, so it is no balance that runs out. */
      readonly isGrowing?: true;
      /** Milliseconds until nothing is left, rounded down. Absent: nothing was spent, or the balance grows. */
      readonly runwayMs?: number;
    };

const fewestReadings = 3;
const dayMs = 86_400_000;
const shortestObservedMs = dayMs / 2;

/** How fast a balance goes down, and how long `left` lasts. Points oldest first. */
export function estimateBurnRate(points: readonly Point[], left: Decimal | undefined): BurnRate {
  if (points.length < fewestReadings) {
    return insufficient(`${points.length} of at least ${fewestReadings} readings`);
  }
  let spent: Decimal = "0";
  let observedMs = 0;
  let topUps = 0;
  let falls = 0;
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (next === undefined) break;
    if (compareDecimal(next.amount, point.amount) > 0) {
      // How much was spent beside the top-up is not known, so neither the amount nor the time counts.
      topUps += 1;
    } else {
      spent = addDecimal(spent, subtractDecimal(point.amount, next.amount));
      observedMs += next.atMs - point.atMs;
      if (next.amount !== point.amount) falls += 1;
    }
  }
  if (observedMs < shortestObservedMs) {
    return insufficient(`${Math.floor(observedMs / 3_600_000)} of at least 12 hours outside top-ups`);
  }
  const isGrowing = topUps > 0 && topUps >= falls;
  const runwayMs = left === undefined || isGrowing ? undefined : runwayOf(left, spent, observedMs);
  return {
    kind: "estimate",
    spent,
    observedMs,
    topUps,
    perDay: rateOf(spent, observedMs),
    ...(isGrowing ? { isGrowing } : {}),
    ...(runwayMs === undefined ? {} : { runwayMs }),
  };
}

function insufficient(reason: string): BurnRate {
  return { kind: "insufficient history", reason };
}

function rateOf(spent: Decimal, observedMs: number): Decimal {
  const scale = fractionDigits(spent) + 4;
  const units = toMinorUnits(spent, scale);
  const divisor = BigInt(Math.round(observedMs));
  const perDay = (units * BigInt(dayMs) + divisor / 2n) / divisor;
  const rate = parseDecimal(`${perDay}e-${scale}`);
  if (rate === undefined) throw new TypeError("a quotient of two whole numbers is no decimal number");
  return rate;
}

function runwayOf(left: Decimal, spent: Decimal, observedMs: number): number | undefined {
  if (spent === "0") return undefined;
  const scale = Math.max(fractionDigits(left), fractionDigits(spent));
  const runwayMs = (toMinorUnits(left, scale) * BigInt(Math.round(observedMs))) / toMinorUnits(spent, scale);
  return runwayMs > 0n ? Number(runwayMs) : 0;
}

function fractionDigits(amount: Decimal): number {
  return amount.split(".")[1]?.length ?? 0;
}
