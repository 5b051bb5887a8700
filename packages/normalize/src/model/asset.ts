import { isIso4217 } from "./iso4217.ts";

/** What an amount is counted in. Two amounts may be added only when their assets' `id` is equal. */
export type Asset =
  /** A currency of ISO 4217: USD, `iso4217:USD`. */
  | { readonly kind: "fiat"; readonly code: string; readonly id: `iso4217:${string}` }
  /** A unit that means something only at one vendor: BYC, `bytenite:BYC`. */
  | { readonly kind: "credit"; readonly code: string; readonly id: string }
  /** A token on a chain, by its CAIP-19 id: USDC on Base, `eip155:8453/erc20:0x…`. */
  | { readonly kind: "token"; readonly code: string; readonly id: string }
  /** A ticker of one exchange: BTC, `bitfront:BTC`. */
  | { readonly kind: "coin"; readonly code: string; readonly id: string }
  /** The vendor did not say, or said something that is not known. Kept, never guessed. */
  | { readonly kind: "unknown"; readonly code?: string; readonly id: string };

/** The asset of a vendor that counts in US dollars without a word of it in its replies. */
export const usDollar: Asset = { kind: "fiat", code: "USD", id: "iso4217:USD" };

/** The fiat asset of an ISO 4217 code in any case; undefined when the code is not in the standard. */
export function fiatAsset(code: string): Asset | undefined {
  // Only ASCII: upper-casing "ßp" would make the South Sudanese pound of it.
  if (!/^[A-Za-z]{3}$/.test(code)) return undefined;
  const upper = code.toUpperCase();
  return isIso4217(upper) ? { kind: "fiat", code: upper, id: `iso4217:${upper}` } : undefined;
}

/** An asset that the vendor did not name, or named in a way that is not known. */
export function unknownAsset(vendor: string, code?: string): Asset {
  return code === undefined
    ? { kind: "unknown", id: `${vendor}:unknown` }
    : { kind: "unknown", code, id: `${vendor}:unknown:${code}` };
}
