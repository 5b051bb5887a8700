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
import { readTelnyxProblem } from "./problem.ts";

export type TelnyxClient = VendorClient<paths>;

/** The documented body of `GET /balance`. Every member may be absent. */
export type TelnyxBalanceReply = SuccessBody<paths["/balance"]["get"]>;

export interface TelnyxOptions extends ClientOptions {
  /** An API v2 key, or a function that gives one. https://developers.telnyx.com/api-reference/authentication */
  readonly apiKey: Credential;
}

const rules: KeyRules<"apiKey"> = {
  vendor: "telnyx",
  baseUrl: "https://api.telnyx.com/v2",
  option: "apiKey",
  prefix: "Bearer ",
  reads,
  readProblem: readTelnyxProblem,
};

/** Creates a client of the Telnyx API v2. Throws `config` when the key is missing or malformed. */
export function createTelnyxClient(options: TelnyxOptions & ClientDefaults): TelnyxClient {
  return createVendorClient(createTelnyxTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createTelnyxTransport(options: TelnyxOptions): Transport<paths> {
  return createKeyTransport(rules, options);
}
