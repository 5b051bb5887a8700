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
import { readLinodeProblem } from "./problem.ts";

export type LinodeClient = VendorClient<paths>;

/** The documented body of `GET /account`. Numbers in it are doubles; read the text for exact ones. */
export type LinodeBalanceReply = SuccessBody<paths["/account"]["get"]>;

export interface LinodeOptions extends ClientOptions {
  /** A token, or a function that gives one. */
  readonly token: Credential;
}

const rules: KeyRules<"token"> = {
  vendor: "linode",
  baseUrl: "https://api.linode.com/v4",
  option: "token",
  prefix: "Bearer ",
  reads,
  rateLimits: [{ requests: 1_600, perMs: 60_000 }],
  readProblem: readLinodeProblem,
};

/** Creates a client of the Linode API. Throws `config` when an option is missing or malformed. */
export function createLinodeClient(options: LinodeOptions & ClientDefaults): LinodeClient {
  return createVendorClient(createLinodeTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createLinodeTransport(options: LinodeOptions): Transport<paths> {
  return createKeyTransport(rules, options);
}
