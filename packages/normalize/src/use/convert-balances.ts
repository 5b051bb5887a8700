import type { Asset } from "../model/asset.ts";
import { assetIdOf, type AssetReference } from "./asset-reference.ts";
import type { BalanceReference } from "./balance-reference.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import {
  collectAmounts,
  isUnnamed,
  type CollectedAmount,
  type CountedField,
  type LeftOutReason,
} from "./collect-amounts.ts";
import { addDecimal, multiplyDecimal, type Decimal } from "../model/decimal.ts";
import { checkRates, type ExchangeRate } from "./exchange-rate.ts";
import { refuseUnknownNames } from "../model/check-options.ts";

export interface ConvertOptions {
  /** The asset to convert to, such as `iso4217:EUR` or `EUR`. */
  readonly to: AssetReference;
  /** Used exactly as given: none is inverted, chained or assumed. */
  readonly rates: readonly ExchangeRate[];
  /** Converts what belongs to a pool too, such as a grant for one purpose. It is left out by default. */
  readonly includePools?: boolean | undefined;
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
  /** Why it is in no sum, or why there is no rate that applies. */
  readonly reason: LeftOutReason | "no_rate" | "unknown_asset";
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
 * Converts what is left, or one field, of every balance that `sumBalances` would count, exactly, by the rates given: no
 * inverse, no chain of two, no peg (USDC is not USD). Equivalents are left out, being the same funds. Throws `config`
 * for an argument that is wrong.
 */
export function convertBalances(
  snapshots: Iterable<BalanceSnapshot>,
  field: CountedField,
  options: ConvertOptions,
): Conversion {
  const own = refuseUnknownNames("options", options, ["to", "rates", "includePools"]);
  const amounts = collectAmounts(snapshots, field, own.includePools === true);
  const to = assetIdOf(
    "to",
    own.to,
    amounts.map(({ asset }) => asset),
  );
  const rates = new Map<string, ExchangeRate>();
  for (const rate of checkRates(own.rates)) if (rate.to === to) rates.set(rate.from, rate);

  const converted: ConvertedAmount[] = [];
  const unconverted: UnconvertedAmount[] = [];
  for (const collected of amounts) {
    const result = convert(collected, to, rates);
    if ("reason" in result) unconverted.push(result);
    else converted.push(result);
  }
  const total = totalOf(converted);
  return { to, ...(total === undefined ? {} : { total }), converted, unconverted };
}

function convert(
  { reference, asset, amount, pendingDirection, leftOut }: CollectedAmount,
  to: string,
  rates: ReadonlyMap<string, ExchangeRate>,
): ConvertedAmount | UnconvertedAmount {
  if (amount === undefined) return { ...reference, asset, reason: leftOut?.reason ?? "not_stated" };
  if (leftOut !== undefined) return { ...reference, asset, amount, reason: leftOut.reason };
  // Unnamed assets of one vendor share an id, and may be several currencies all the same.
  if (isUnnamed(asset)) return { ...reference, asset, amount, reason: "unknown_asset" };
  const direction = pendingDirection === undefined ? {} : { pendingDirection };
  if (asset.id === to) return { ...reference, asset, amount, converted: amount, ...direction };
  const rate = rates.get(asset.id);
  if (rate === undefined) return { ...reference, asset, amount, reason: "no_rate" };
  return { ...reference, asset, amount, converted: multiplyDecimal(amount, rate.rate), rate, ...direction };
}

function totalOf(converted: readonly ConvertedAmount[]): Decimal | undefined {
  const [first, ...others] = converted;
  if (first === undefined) return undefined;
  if (others.some(({ pendingDirection }) => pendingDirection !== first.pendingDirection)) return undefined;
  return others.reduce<Decimal>((sum, amount) => addDecimal(sum, amount.converted), first.converted);
}
