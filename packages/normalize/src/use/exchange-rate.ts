import { configError } from "@openbalance/http";
import { checkDecimal, compareDecimal, type Decimal } from "../model/decimal.ts";

/** A rate that the caller vouches for: one unit of `from` is worth `rate` units of `to`. */
export interface ExchangeRate {
  /** Asset ids, such as `iso4217:USD`. */
  readonly from: string;
  readonly to: string;
  /** Greater than zero. */
  readonly rate: Decimal;
  /** When it held, as an RFC 3339 time. */
  readonly asOf: string;
  /** Who says so. */
  readonly source: string;
}

/** The rates in canonical form. Throws `config`, naming the rate, for one that is wrong or given twice. */
export function checkRates(rates: readonly ExchangeRate[]): readonly ExchangeRate[] {
  if (!Array.isArray(rates)) throw configError("openbalance", "`rates` must be an array of rates");
  const seen = new Set<string>();
  return rates.map((rate: ExchangeRate, index) => {
    const place = `rates[${index}]`;
    const checked = checkRate(place, rate);
    const pair = JSON.stringify([checked.from, checked.to]);
    if (seen.has(pair)) {
      throw configError(
        "openbalance",
        `\`${place}\` is a second rate from ${rate.from} to ${rate.to}; give one`,
      );
    }
    seen.add(pair);
    return checked;
  });
}

function checkRate(place: string, given: ExchangeRate): ExchangeRate {
  if (typeof given !== "object" || given === null) {
    throw configError("openbalance", `\`${place}\` must be an object with from, to, rate, asOf and source`);
  }
  const from = checkAssetId(`${place}.from`, given.from);
  const to = checkAssetId(`${place}.to`, given.to);
  const rate = checkDecimal(`${place}.rate`, given.rate);
  const { asOf, source } = given;
  if (from === to) throw configError("openbalance", `\`${place}\` converts an asset to itself; leave it out`);
  if (compareDecimal(rate, "0") <= 0) {
    throw configError("openbalance", `\`${place}.rate\` must be greater than zero`);
  }
  if (typeof asOf !== "string" || !rfc3339.test(asOf) || Number.isNaN(Date.parse(asOf))) {
    throw configError("openbalance", `\`${place}.asOf\` must be an RFC 3339 time`);
  }
  if (typeof source !== "string" || source === "") {
    throw configError("openbalance", `\`${place}.source\` must say who vouches for the rate`);
  }
  return { from, to, rate, asOf, source };
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Refuses what is no asset id; an asset itself is a likely mistake. */
function checkAssetId(argument: string, id: unknown): string {
  if (typeof id === "string" && id !== "") return id;
  throw configError("openbalance", `\`${argument}\` must be an asset's id, such as iso4217:USD`);
}
