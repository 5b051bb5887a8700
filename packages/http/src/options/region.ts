import { configError } from "../errors/balance-error.ts";
import { ownOptions } from "./own-options.ts";

/**
 * A region by name, or the address of a server of one's own, and never both. There is no default: a wrong guess would
 * send the key to a place that it is not meant for.
 */
export type Place<Region extends string> =
  | { readonly region: Region; readonly baseUrl?: never }
  | { readonly baseUrl: string; readonly region?: never };

/** The address of a vendor with several regions. Throws `config` where neither or both are given, or no such region. */
export function addressOfPlace<Region extends string>(
  vendor: string,
  regions: Readonly<Record<Region, string>>,
  place: Place<Region>,
): string {
  const { region, baseUrl } = ownOptions(place);
  const names = Object.keys(regions).join(" or ");
  if (baseUrl !== undefined) {
    if (region === undefined) return baseUrl;
    throw configError(vendor, "`region` and `baseUrl` are both given; keep the one that is meant");
  }
  if (region === undefined) {
    throw configError(vendor, `\`region\` is missing; give ${names}, or \`baseUrl\``);
  }
  // JavaScript and the environment can hand in any word.
  if (!Object.hasOwn(regions, region)) {
    throw configError(vendor, `\`region\` must be ${names}`);
  }
  return regions[region];
}
