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
import { readVultrProblem } from "./problem.ts";

export type VultrClient = VendorClient<paths>;

/** The documented body of `GET /account`. Numbers in it are doubles; read the text for exact ones. */
export type VultrBalanceReply = SuccessBody<paths["/account"]["get"]>;

export interface VultrOptions extends ClientOptions {
  /** An API key, or a function that gives one. */
  readonly apiKey: Credential;
}

const rules: KeyRules<"apiKey"> = {
  vendor: "vultr",
  baseUrl: "https://api.vultr.com/v2",
  option: "apiKey",
  prefix: "Bearer ",
  reads,
  rateLimits: [{ requests: 30, perMs: 1_000 }],
  rateLimitedBy: "address",
  readProblem: readVultrProblem,
};

/** Creates a client of the Vultr API. Throws `config` when an option is missing or malformed. */
export function createVultrClient(options: VultrOptions & ClientDefaults): VultrClient {
  return createVendorClient(createVultrTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createVultrTransport(options: VultrOptions): Transport<paths> {
  return createKeyTransport(rules, options);
}
