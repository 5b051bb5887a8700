import { configError } from "@openbalance/http";
import { fiatAsset, type Asset } from "../model/asset.ts";

/** An asset's id, such as `iso4217:USD`, or its code, such as `USD`, where only one asset has it. */
export type AssetReference = Asset["id"];

/** What an asset's name comes to among the assets that there are. */
export type FoundAsset =
  /** The id that is meant. No balance need be of it. */
  | { readonly id: string }
  /** The code belongs to several assets, or to none. */
  | { readonly problem: "ambiguous" | "not_listed" };

/**
 * Finds what a name means among assets: an id means itself, a code in any case the one asset that has it. A currency
 * of ISO 4217 means itself where no asset has its code.
 */
export function findAsset(name: string, assets: Iterable<Asset>): FoundAsset {
  const ids = new Set<string>();
  for (const { id, code } of assets) {
    if (id === name) return { id };
    if (code?.toUpperCase() === name.toUpperCase()) ids.add(id);
  }
  const [id] = ids;
  if (ids.size > 1) return { problem: "ambiguous" };
  if (id !== undefined) return { id };
  const fiat = fiatAsset(name);
  if (fiat !== undefined) return { id: fiat.id };
  return name.includes(":") ? { id: name } : { problem: "not_listed" };
}

/** The id that a name means among assets. Throws `config` where it means none or several, naming those that there are. */
export function assetIdOf(argument: string, name: unknown, assets: readonly Asset[]): string {
  if (typeof name !== "string" || name === "") {
    throw configError(
      "openbalance",
      `\`${argument}\` must be an asset's id or code, such as iso4217:USD or USD`,
    );
  }
  const found = findAsset(name, assets);
  if ("id" in found) return found.id;
  const ids = [...new Set(assets.map(({ id }) => id))];
  const reason =
    found.problem === "ambiguous"
      ? "is the code of several assets"
      : "is neither an id nor the code of an asset";
  const listed = ids.length === 0 ? "no asset is listed" : `listed are ${ids.join(", ")}`;
  throw configError("openbalance", `\`${argument}\`: "${name}" ${reason}; ${listed}`);
}
