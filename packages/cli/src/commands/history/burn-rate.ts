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

/** Measures how fast a balance goes down, one point after another: it keeps the last one alone. */
export class BurnRateMeter {
  #points = 0;
  #spent: Decimal = "0";
  #observedMs = 0;
  #topUps = 0;
  #falls = 0;
  /** The amount since which it has not gone up. */
  #highest: Decimal = "0";
  #last: Point | undefined;

  /** Takes the next point, which is no older than the one before. */
  add(point: Point): void {
    const last = this.#last;
    this.#last = point;
    this.#points += 1;
    if (last === undefined) {
      this.#highest = point.amount;
    } else if (isMore(point.amount, last.amount)) {
      // How much was spent beside the top-up is not known, so neither the amount nor the time counts.
      this.#topUps += 1;
      this.#spent = this.#spentUntil(last);
      this.#highest = point.amount;
    } else {
      this.#observedMs += point.atMs - last.atMs;
      if (point.amount !== last.amount) this.#falls += 1;
    }
  }

  /** How fast the balance goes down, and how long `left` lasts. */
  estimate(left: Decimal | undefined): BurnRate {
    const topUps = this.#topUps;
    const observedMs = this.#observedMs;
    if (this.#points < fewestReadings) {
      return insufficient(`${this.#points} of at least ${fewestReadings} readings`);
    }
    if (observedMs < shortestObservedMs) {
      return insufficient(`${Math.floor(observedMs / 3_600_000)} of at least 12 hours outside top-ups`);
    }
    const spent = this.#last === undefined ? this.#spent : this.#spentUntil(this.#last);
    const isGrowing = topUps > 0 && topUps >= this.#falls;
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

  /** Falls that follow each other add up to the difference of the first and the last amount. */
  #spentUntil({ amount }: Point): Decimal {
    return addDecimal(this.#spent, subtractDecimal(this.#highest, amount));
  }
}

/** Whether one amount is more than another; of equal form, as most are that follow each other, by their digits alone. */
function isMore(one: Decimal, other: Decimal): boolean {
  if (one === other) return false;
  const isOfOneForm =
    one.length === other.length &&
    one.indexOf(".") === other.indexOf(".") &&
    !one.startsWith("-") &&
    !other.startsWith("-");
  return isOfOneForm ? one > other : compareDecimal(one, other) > 0;
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
