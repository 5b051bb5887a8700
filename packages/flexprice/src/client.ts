import {
  checkCredential,
  configError,
  createVendorClient,
  refuseUnknownOptions,
  sendCredential,
  type ClientOptions,
  type Credential,
  type SuccessBody,
  type VendorClient,
} from "@openbalance/http";
import type { paths } from "./generated/openapi.ts";
import { readFlexpriceProblem } from "./problem.ts";

export type FlexpriceClient = VendorClient<paths>;

/** The documented body of `GET /wallets/{id}/balance/real-time`. Every member may be absent; amounts are text. */
export type FlexpriceBalanceReply = SuccessBody<paths["/wallets/{id}/balance/real-time"]["get"]>;

const regions = {
  us: "https://us.api.flexprice.io/v1",
  india: "https://api.cloud.flexprice.io/v1",
} as const;

/** Where the account lives; a key of one region means nothing in the other. */
export type FlexpriceRegion = keyof typeof regions;

/**
 * A region by name, or the address of a server of one's own, and never both. There is no default: a wrong guess
 * would send the key to the other region.
 */
export type FlexpricePlace =
  | { readonly region: FlexpriceRegion; readonly baseUrl?: never }
  | { readonly baseUrl: string; readonly region?: never };

export type FlexpriceOptions = Omit<ClientOptions, "baseUrl"> &
  FlexpricePlace & {
    /** The API key, or a function that gives one. https://docs.flexprice.io/api-reference/introduction */
    readonly apiKey: Credential;
  };

/** Creates a client of the Flexprice API. Throws `config` when key or region are missing or malformed. */
export function createFlexpriceClient(options: FlexpriceOptions): FlexpriceClient {
  refuseUnknownOptions("flexprice", options, ["apiKey", "region"]);
  const { apiKey } = options;
  checkCredential("flexprice", "apiKey", apiKey);
  return createVendorClient<paths>(
    {
      vendor: "flexprice",
      baseUrl: addressOf(options),
      authorize: sendCredential("flexprice", "apiKey", apiKey, "x-api-key"),
      readProblem: readFlexpriceProblem,
    },
    options,
  );
}

function addressOf({ region, baseUrl }: FlexpricePlace): string {
  const names = Object.keys(regions).join(" or ");
  if (baseUrl !== undefined) {
    if (region === undefined) return baseUrl;
    throw configError("flexprice", "`region` and `baseUrl` are both given; keep the one that is meant");
  }
  if (region === undefined) {
    throw configError("flexprice", `\`region\` is missing; give ${names}, or \`baseUrl\``);
  }
  // JavaScript and the environment can hand in any word.
  if (!Object.hasOwn(regions, region)) {
    throw configError("flexprice", `\`region\` must be ${names}`);
  }
  return regions[region];
}
