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
import { readOpenrouterProblem } from "./problem.ts";

export type OpenrouterClient = VendorClient<paths>;

/** The documented body of `GET /credits`. Numbers in it are doubles; read the text for exact ones. */
export type OpenrouterCreditsReply = SuccessBody<paths["/credits"]["get"]>;

/** The documented body of `GET /key`. Numbers in it are doubles; read the text for exact ones. */
export type OpenrouterKeyReply = SuccessBody<paths["/key"]["get"]>;

export interface OpenrouterOptions extends ClientOptions {
  /**
   * A key, or a function that gives one: a management key for `GET /credits`, any key for `GET /key`. Both kinds look
   * alike. https://openrouter.ai/docs/guides/overview/auth/management-api-keys
   */
  readonly apiKey: Credential;
}

const rules: KeyRules<"apiKey"> = {
  vendor: "openrouter",
  baseUrl: "https://openrouter.ai/api/v1",
  option: "apiKey",
  prefix: "Bearer ",
  reads,
  readProblem: readOpenrouterProblem,
};

/** Creates a client of the OpenRouter API. Throws `config` when the key is missing or malformed. */
export function createOpenrouterClient(options: OpenrouterOptions & ClientDefaults): OpenrouterClient {
  return createVendorClient(createOpenrouterTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createOpenrouterTransport(options: OpenrouterOptions): Transport<paths> {
  return createKeyTransport(rules, options);
}
