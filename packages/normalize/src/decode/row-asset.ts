import { ownOptions } from "@openbalance/http";
import type { Asset } from "../model/asset.ts";
import type { Balance } from "../model/balance.ts";
import { currencyAsset } from "./currency-asset.ts";
import type { ReplyNode } from "./reply-node.ts";
import type { DecodeOptions } from "./vendor-reply.ts";

/** The asset of a row, and who named it where the reply did not. */
export type NamedAsset = Pick<Balance, "asset" | "assetFrom">;

/** The asset that the caller gave, or else the one that the vendor's documents name and no reply does. */
export function documentedAsset(options: DecodeOptions, documented: Asset): NamedAsset {
  const { asset } = ownOptions(options);
  return asset === undefined ? { asset: documented, assetFrom: "docs" } : { asset, assetFrom: "option" };
}

/** The asset that the caller gave, or else the one of a currency code in the reply. */
export function statedAsset(options: DecodeOptions, vendor: string, currency: ReplyNode): NamedAsset {
  const { asset } = ownOptions(options);
  return asset === undefined ? { asset: currencyAsset(vendor, currency) } : { asset, assetFrom: "option" };
}
