import { fiatAsset, unknownAsset, type Asset } from "../model/asset.ts";
import { assetCode } from "./asset-code.ts";
import type { ReplyNode } from "./reply-node.ts";

/** The asset of a currency code in a reply; a code outside ISO 4217 is kept as unknown unless it is too long, with an issue. */
export function currencyAsset(vendor: string, currency: ReplyNode): Asset {
  const code = assetCode(currency);
  const fiat = code === undefined ? undefined : fiatAsset(code);
  if (fiat !== undefined) return fiat;
  currency.issue("unknown_asset", "names no currency of ISO 4217");
  return unknownAsset(vendor, code);
}
