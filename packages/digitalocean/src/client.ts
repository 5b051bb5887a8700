import { createKeyTransport, createVendorClient, type KeyRules } from "@openbalance/http";
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
import { readDigitaloceanProblem } from "./problem.ts";

export type DigitaloceanClient = VendorClient<paths>;

/** The documented body of `GET /v2/customers/my/balance`. Numbers in it are doubles; read the text for exact ones. */
export type DigitaloceanBalanceReply = SuccessBody<paths["/v2/customers/my/balance"]["get"]>;

export interface DigitaloceanOptions extends ClientOptions {
  /** A token, or a function that gives one. */
  readonly token: Credential;
}

const rules: KeyRules<"token"> = {
  vendor: "digitalocean",
  baseUrl: "https://api.digitalocean.com",
  option: "token",
  prefix: "Bearer ",
  reads,
  rateLimits: [
    { requests: 250, perMs: 60_000 },
    { requests: 5_000, perMs: 3_600_000 },
  ],
  readProblem: readDigitaloceanProblem,
};

/** Creates a client of the DigitalOcean API. Throws `config` when an option is missing or malformed. */
export function createDigitaloceanClient(options: DigitaloceanOptions & ClientDefaults): DigitaloceanClient {
  return createVendorClient(createDigitaloceanTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createDigitaloceanTransport(options: DigitaloceanOptions): Transport<paths> {
  return createKeyTransport(rules, options);
}
