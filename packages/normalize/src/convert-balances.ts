import type { Asset } from "./asset.ts";
import type { AmountField, BalanceSnapshot } from "./balance.ts";
import {
  checkAssetId,
  collectAmounts,
  isUnnamed,
  type BalanceReference,
  type CollectedAmount,
} from "./collect-amounts.ts";
import { addDecimal, multiplyDecimal, type Decimal } from "./decimal.ts";
import { checkRates, type ExchangeRate } from "./exchange-rate.ts";
import { refuseUnknownNames } from "./read-options.ts";

export interface ConvertOptions {
  /** The id of the asset to convert to, such as `iso4217:EUR`. */
  readonly to: string;
  /** Used exactly as given: none is inverted, chained or assumed. */
  readonly rates: readonly ExchangeRate[];
  /** Converts what stands in a pool too, such as a grant for one purpose. It is left out by default. */
  readonly includePools?: boolean;
}

/** One amount in the asset that was asked for. */
export interface ConvertedAmount extends BalanceReference {
  readonly asset: Asset;
  /** As the balance holds it, in its own asset. */
  readonly amount: Decimal;
  readonly converted: Decimal;
  /** Absent: the amount was in that asset already. */
  readonly rate?: ExchangeRate;
  /** For `pending` alone; absent when the vendor does not say. */
  readonly pendingDirection?: "in" | "out";
}

/** One balance that could not be converted, and why. */
export interface UnconvertedAmount extends BalanceReference {
  readonly asset: Asset;
  /** Absent when the vendor does not state it. */
  readonly amount?: Decimal;
  readonly reason: "not_stated" | "no_rate" | "unknown_asset" | "pool";
}

/** What one field comes to in one asset. */
export interface Conversion {
  readonly to: string;
  /** The exact sum of what was converted. Absent: nothing was, or what comes in would be added to what goes out. */
  readonly total?: Decimal;
  readonly converted: readonly ConvertedAmount[];
  readonly unconverted: readonly UnconvertedAmount[];
}

/**
 * Converts one field of every balance, exactly, by the rates given: no inverse, no chain of two, no peg
 * (USDC is not USD). Equivalents are left out, being the same funds. Throws `config` for an argument that
 * is wrong.
 */
export function convertBalances(
  snapshots: Iterable<BalanceSnapshot>,
  field: AmountField,
  options: ConvertOptions,
): Conversion {
  refuseUnknownNames("options", options, ["to", "rates", "includePools"]);
  const to = checkAssetId("to", options.to);
  const rates = new Map<string, ExchangeRate>();
  for (const rate of checkRates(options.rates)) if (rate.to === to) rates.set(rate.from, rate);

  const converted: ConvertedAmount[] = [];
  const unconverted: UnconvertedAmount[] = [];
  for (const collected of collectAmounts(snapshots, field)) {
    const isLeftOut = collected.pool !== undefined && options.includePools !== true;
    const result = isLeftOut ? leaveOut(collected) : convert(collected, to, rates);
    if ("reason" in result) unconverted.push(result);
    else converted.push(result);
  }
  const total = totalOf(converted);
  return { to, ...(total === undefined ? {} : { total }), converted, unconverted };
}

function convert(
  { balance, asset, amount, pendingDirection }: CollectedAmount,
  to: string,
  rates: ReadonlyMap<string, ExchangeRate>,
): ConvertedAmount | UnconvertedAmount {
  if (amount === undefined) return { ...balance, asset, reason: "not_stated" };
  // Unnamed assets of one vendor share an id, and may be several currencies all the same.
  if (isUnnamed(asset)) return { ...balance, asset, amount, reason: "unknown_asset" };
  const direction = pendingDirection === undefined ? {} : { pendingDirection };
  if (asset.id === to) return { ...balance, asset, amount, converted: amount, ...direction };
  const rate = rates.get(asset.id);
  if (rate === undefined) return { ...balance, asset, amount, reason: "no_rate" };
  return { ...balance, asset, amount, converted: multiplyDecimal(amount, rate.rate), rate, ...direction };
}

function leaveOut({ balance, asset, amount }: CollectedAmount): UnconvertedAmount {
  return { ...balance, asset, ...(amount === undefined ? {} : { amount }), reason: "pool" };
}

function totalOf(converted: readonly ConvertedAmount[]): Decimal | undefined {
  const [first, ...others] = converted;
  if (first === undefined) return undefined;
  if (others.some(({ pendingDirection }) => pendingDirection !== first.pendingDirection)) return undefined;
  return others.reduce<Decimal>((sum, amount) => addDecimal(sum, amount.converted), first.converted);
}
