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
import { readDeepgramProblem } from "./problem.ts";

export type DeepgramClient = VendorClient<paths>;

/** The documented body of the balances. Every member may be absent; numbers are doubles, the text holds the exact ones. */
export type DeepgramBalanceReply = SuccessBody<paths["/v1/projects/{project_id}/balances"]["get"]>;

export interface DeepgramOptions extends ClientOptions {
  /**
   * An API key of the project that may read its billing, or a function that gives one. No access token: those are sent
   * in another way. https://developers.deepgram.com/guides/fundamentals/authenticating
   */
  readonly apiKey: Credential;
}

const rules: KeyRules<"apiKey"> = {
  vendor: "deepgram",
  baseUrl: "https://api.deepgram.com",
  option: "apiKey",
  prefix: "Token ",
  reads,
  readProblem: readDeepgramProblem,
};

/** Creates a client of Deepgram's management API. Throws `config` when the key is missing or malformed. */
export function createDeepgramClient(options: DeepgramOptions & ClientDefaults): DeepgramClient {
  return createVendorClient(createDeepgramTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createDeepgramTransport(options: DeepgramOptions): Transport<paths> {
  return createKeyTransport(rules, options);
}
