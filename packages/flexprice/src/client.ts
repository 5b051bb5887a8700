import { addressOfPlace, createKeyTransport, createVendorClient, type Place } from "@openbalance/http";
import type {
  ClientDefaults,
  ClientOptions,
  Credential,
  SuccessBody,
  Transport,
  VendorClient,
} from "@openbalance/http";
import type { paths } from "./generated/openapi.ts";
import { reads } from "./generated/reads.ts";
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

/** A region by name, or the address of a server of one's own, and never both. */
export type FlexpricePlace = Place<FlexpriceRegion>;

export type FlexpriceOptions = Omit<ClientOptions, "baseUrl"> &
  FlexpricePlace & {
    /** The API key, or a function that gives one. https://docs.flexprice.io/api-reference/introduction */
    readonly apiKey: Credential;
  };

/** Creates a client of the Flexprice API. Throws `config` when key or region are missing or malformed. */
export function createFlexpriceClient(options: FlexpriceOptions & ClientDefaults): FlexpriceClient {
  return createVendorClient(createFlexpriceTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createFlexpriceTransport(options: FlexpriceOptions): Transport<paths> {
  return createKeyTransport(
    {
      vendor: "flexprice",
      // Asked for once the options are known to be an object.
      get baseUrl() {
        return addressOfPlace("flexprice", regions, options);
      },
      option: "apiKey",
      header: "x-api-key",
      reads,
      readProblem: readFlexpriceProblem,
    },
    options,
    "region",
  );
}
