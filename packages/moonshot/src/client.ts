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
import { readMoonshotProblem } from "./problem.ts";

export type MoonshotClient = VendorClient<paths>;

/** The documented body of `GET /v1/users/me/balance`. Amounts in it are doubles; read the text for exact ones. */
export type MoonshotBalanceReply = SuccessBody<paths["/v1/users/me/balance"]["get"]>;

const regions = {
  international: "https://api.moonshot.ai",
  china: "https://api.moonshot.cn",
} as const;

/** The platform that the account belongs to. They are separate: each refuses the keys of the other. */
export type MoonshotRegion = keyof typeof regions;

export type MoonshotOptions = Omit<ClientOptions, "baseUrl"> &
  Place<MoonshotRegion> & {
    /** A key of that platform, or a function that gives one. https://platform.kimi.ai/docs/api/balance */
    readonly apiKey: Credential;
  };

/**
 * Creates a client of the Moonshot API. Throws `config` when key or region are missing or malformed. It never asks the
 * other platform of its own accord: the key would travel.
 */
export function createMoonshotClient(options: MoonshotOptions & ClientDefaults): MoonshotClient {
  return createVendorClient(createMoonshotTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createMoonshotTransport(options: MoonshotOptions): Transport<paths> {
  return createKeyTransport(
    {
      vendor: "moonshot",
      // Asked for once the options are known to be an object.
      get baseUrl() {
        return addressOfPlace("moonshot", regions, options);
      },
      option: "apiKey",
      prefix: "Bearer ",
      reads,
      readProblem: readMoonshotProblem,
    },
    options,
    "region",
  );
}
