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
import { readElevenlabsProblem } from "./problem.ts";

export type ElevenlabsClient = VendorClient<paths>;

/** The documented body of `GET /v1/user/subscription`. Counts are whole numbers, money is text or whole cents. */
export type ElevenlabsBalanceReply = SuccessBody<paths["/v1/user/subscription"]["get"]>;

export interface ElevenlabsOptions extends ClientOptions {
  /**
   * An API key with the right `user_read`, or a function that gives one. A region of data residency has keys of its own.
   * https://elevenlabs.io/docs/api-reference/authentication
   */
  readonly apiKey: Credential;
}

const rules: KeyRules<"apiKey"> = {
  vendor: "elevenlabs",
  baseUrl: "https://api.elevenlabs.io",
  option: "apiKey",
  header: "xi-api-key",
  reads,
  readProblem: readElevenlabsProblem,
};

/** Creates a client of the ElevenLabs API. Throws `config` when the key is missing or malformed. */
export function createElevenlabsClient(options: ElevenlabsOptions & ClientDefaults): ElevenlabsClient {
  return createVendorClient(createElevenlabsTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createElevenlabsTransport(options: ElevenlabsOptions): Transport<paths> {
  return createKeyTransport(rules, options);
}
