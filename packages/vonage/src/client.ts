import { createBasicTransport, createVendorClient, type BasicRules } from "@openbalance/http";
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
import { readVonageProblem } from "./problem.ts";

export type VonageClient = VendorClient<paths>;

/** The documented body of `GET /account/get-balance`. Its amount is a double; read the text for an exact one. */
export type VonageBalanceReply = SuccessBody<paths["/account/get-balance"]["get"]>;

export interface VonageOptions extends ClientOptions {
  /** The API key of the account. https://developer.vonage.com/en/concepts/guides/authentication */
  readonly apiKey: string;
  /** The API secret, or a function that gives it. */
  readonly apiSecret: Credential;
}

const rules: BasicRules<"apiKey" | "apiSecret"> = {
  vendor: "vonage",
  baseUrl: "https://rest.nexmo.com",
  userOption: "apiKey",
  option: "apiSecret",
  reads,
  readProblem: readVonageProblem,
};

/**
 * Creates a client of the Vonage Account API. Throws `config` when key or secret are missing or malformed. Both go by
 * HTTP Basic and never into a URL; the reply is asked for in JSON, since Vonage also answers in XML.
 */
export function createVonageClient(options: VonageOptions & ClientDefaults): VonageClient {
  return createVendorClient(createVonageTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createVonageTransport(options: VonageOptions): Transport<paths> {
  return createBasicTransport(rules, options);
}
