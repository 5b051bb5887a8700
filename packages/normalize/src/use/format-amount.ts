import { configError } from "@openbalance/http";
import type { Asset } from "../model/asset.ts";
import { checkDecimal, type Decimal } from "../model/decimal.ts";
import { refuseUnknownNames } from "../model/check-options.ts";

export interface FormatAmountOptions {
  /** A BCP 47 tag, or several in order of preference. Default: the runtime's own. */
  readonly locale?: string | readonly string[] | undefined;
  /** How a currency of ISO 4217 is shown; other assets always by their code. Default `symbol`. */
  readonly currencyDisplay?: "symbol" | "narrowSymbol" | "code" | "name" | undefined;
  /** When a sign is shown. Default `auto`: for negative amounts. */
  readonly signDisplay?: "auto" | "always" | "exceptZero" | "negative" | "never" | undefined;
  /** Whether thousands are set apart, as the locale does it. Default true. */
  readonly useGrouping?: boolean | undefined;
}

// What Intl can show at most.
const mostFractionDigits = 100;
// ISO 4217's code for no currency at all, which stands in until the asset's own code replaces it.
const noCurrency = "XXX";

/**
 * Writes an amount for people, with every digit it has: nothing is rounded. A currency gets at least its
 * usual digits (`5` USD is `$5.00`). Throws `config` for an argument that is wrong, and for an amount with
 * more digits than `Intl` can show.
 */
export function formatAmount(amount: Decimal, asset: Asset, options: FormatAmountOptions = {}): string {
  const text = checkDecimal("amount", amount);
  const known = ["locale", "currencyDisplay", "signDisplay", "useGrouping"];
  const own = refuseUnknownNames("options", options, known);
  const digits = text.split(".")[1]?.length ?? 0;
  if (digits > mostFractionDigits) {
    throw configError(
      "openbalance",
      `\`amount\` has ${digits} digits after the point, more than the ${mostFractionDigits} that Intl can show; round it with toScale first`,
    );
  }
  const label = labelOf(asset);
  const format = numberFormat(asset, digits, own);
  if (asset.kind === "fiat") return format.format(text);
  return format
    .formatToParts(text)
    .map(({ type, value }) => (type === "currency" ? label : value))
    .join("");
}

function labelOf(asset: Asset): string {
  const label: unknown = typeof asset === "object" && asset !== null ? (asset.code ?? asset.id) : undefined;
  if (typeof label === "string" && label !== "") return label;
  throw configError("openbalance", "`asset` must be an asset, as a balance holds it");
}

function numberFormat(asset: Asset, digits: number, options: FormatAmountOptions): Intl.NumberFormat {
  const { locale, signDisplay = "auto", useGrouping = true } = options;
  const locales = typeof locale === "string" ? locale : locale && [...locale];
  const isFiat = asset.kind === "fiat";
  const common = {
    style: "currency",
    currency: isFiat ? asset.code : noCurrency,
    currencyDisplay: isFiat ? (options.currencyDisplay ?? "symbol") : "code",
    signDisplay,
    useGrouping: useGrouping ? "auto" : false,
  } as const;
  try {
    const usual = isFiat
      ? (new Intl.NumberFormat(locales, common).resolvedOptions().minimumFractionDigits ?? 0)
      : 0;
    return new Intl.NumberFormat(locales, {
      ...common,
      minimumFractionDigits: usual,
      maximumFractionDigits: Math.max(usual, digits),
    });
  } catch {
    // Intl's own message speaks of its arguments, not of these.
    throw configError(
      "openbalance",
      "`locale` must be a BCP 47 language tag, `asset.code` a code, and the other options as documented",
    );
  }
}
