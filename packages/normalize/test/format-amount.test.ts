import { describe, expect, it } from "vitest";
import type { Asset } from "../src/model/asset.ts";
import { parseDecimal, type Decimal } from "../src/model/decimal.ts";
import { formatAmount, type FormatAmountOptions } from "../src/use/format-amount.ts";
import { configMessage } from "./config-error.ts";
import { fiat } from "./snapshots.ts";

const usd = fiat("USD");
const usdc: Asset = { kind: "token", code: "USDC", id: "eip155:8453/erc20:0x833589" };
const byc: Asset = { kind: "credit", code: "BYC", id: "bytenite:BYC" };

/** With the blanks that Intl puts where a line must not break as plain ones. */
function shown(amount: Decimal, asset: Asset, options?: FormatAmountOptions): string {
  return formatAmount(amount, asset, options).replaceAll(/[\u00A0\u202F]/g, " ");
}

describe("formatAmount", () => {
  it("shows every digit, where a double or a currency's usual digits would drop some", () => {
    expect(shown("90071992547409931.123456789", usd, { locale: "en" })).toBe(
      "$90,071,992,547,409,931.123456789",
    );
    expect(shown("0.0000001", usd, { locale: "en" })).toBe("$0.0000001");
    expect(shown("1.5", fiat("JPY"), { locale: "en" })).toBe("¥1.5");
  });

  it("gives a currency its usual digits, and other assets none that they do not have", () => {
    expect(shown("5", usd, { locale: "en" })).toBe("$5.00");
    expect(shown("5", fiat("KWD"), { locale: "en" })).toBe("KWD 5.000");
    expect(shown("5", byc, { locale: "en" })).toBe("BYC 5");
  });

  it("writes as the locale does, with the asset's code in its place", () => {
    expect(shown("-1234.5", fiat("EUR"), { locale: "de-DE" })).toBe("-1.234,50 €");
    expect(shown("-1234.5", usdc, { locale: "de-DE" })).toBe("-1.234,5 USDC");
    expect(shown("1234.5", usdc, { locale: ["xx", "en"] })).toBe("USDC 1,234.5");
    expect(shown("1234.5", usd, { locale: "es-ES" })).toBe("1234,50 US$");
  });

  it("follows the options", () => {
    expect(shown("1234.5", usd, { locale: "en", currencyDisplay: "code" })).toBe("USD 1,234.50");
    expect(shown("1234.5", usd, { locale: "en", useGrouping: false })).toBe("$1234.50");
    expect(shown("12", byc, { locale: "en", signDisplay: "always" })).toBe("+BYC 12");
  });

  it("falls back to the id of an asset that has no code", () => {
    expect(shown("3", { kind: "unknown", id: "telnyx:unknown" }, { locale: "en" })).toBe("telnyx:unknown 3");
  });

  it("keeps 308 digits before the point and 100 after it, and refuses more instead of dropping them", async () => {
    const long = parseDecimal(`${"9".repeat(308)}.${"1".repeat(100)}`) ?? "0";
    const text = formatAmount(long, byc, { locale: "en", useGrouping: false });
    expect(text.endsWith(long)).toBe(true);
    const tooLong = parseDecimal(`0.${"1".repeat(101)}`) ?? "0";
    expect(await configMessage(() => formatAmount(tooLong, byc))).toContain("toScale");
  });

  it("uses the runtime's locale when none is given", () => {
    const expected = new Intl.NumberFormat(undefined, { style: "currency", currency: "USD" }).format("12.5");
    expect(formatAmount("12.5", usd)).toBe(expected);
  });

  it("names the argument that is wrong", async () => {
    expect(await configMessage(() => formatAmount("1,5" as Decimal, usd))).toContain("`amount`");
    expect(await configMessage(() => formatAmount("1", undefined as unknown as Asset))).toContain("`asset`");
    expect(await configMessage(() => formatAmount("1", usd, { locale: "not a tag" }))).toContain("`locale`");
    const unknown = { digits: 2 } as FormatAmountOptions;
    expect(await configMessage(() => formatAmount("1", usd, unknown))).toContain("`digits`");
  });
});
