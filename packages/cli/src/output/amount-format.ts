import type { Asset, Decimal } from "@openbalance/normalize";
import { UsageError } from "../runtime/usage-error.ts";

/** How amounts are written in a column, with every digit they have. */
export interface AmountFormat {
  readonly decimalPoint: string;
  format(amount: Decimal, asset: Asset): string;
}

/** As the model writes them: exact, without grouping, for people and programs alike. */
export const plainAmounts: AmountFormat = { decimalPoint: ".", format: (amount) => amount };

// What Intl can show at most; an amount with more digits is left as it is.
const mostFractionDigits = 100;

/** As a language writes them; a currency gets at least its usual digits. Throws `UsageError` for no BCP 47 tag. */
export function localeAmounts(locale: string): AmountFormat {
  let supported: readonly string[];
  try {
    supported = Intl.NumberFormat.supportedLocalesOf(locale);
  } catch {
    supported = [];
  }
  if (supported.length === 0) {
    throw new UsageError(`--locale ${locale} is no language that is known; write a tag such as en-GB or de`);
  }
  const decimalPoint =
    new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";
  return {
    decimalPoint,
    format(amount, asset) {
      const digits = amount.split(".")[1]?.length ?? 0;
      if (digits > mostFractionDigits) return amount;
      const minimumFractionDigits = usualDigits(locale, asset);
      const maximumFractionDigits = Math.max(minimumFractionDigits, digits);
      const options = { minimumFractionDigits, maximumFractionDigits };
      return new Intl.NumberFormat(locale, options).format(amount);
    },
  };
}

function usualDigits(locale: string, asset: Asset): number {
  if (asset.kind !== "fiat") return 0;
  const currency = new Intl.NumberFormat(locale, { style: "currency", currency: asset.code });
  return currency.resolvedOptions().minimumFractionDigits ?? 0;
}
