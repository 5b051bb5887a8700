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
import { readDeepseekProblem } from "./problem.ts";

export type DeepseekClient = VendorClient<paths>;

/** The documented body of `GET /user/balance`. Every member may be absent; amounts are text. */
export type DeepseekBalanceReply = SuccessBody<paths["/user/balance"]["get"]>;

export interface DeepseekOptions extends ClientOptions {
  /** An API key, any of the account, or a function that gives one. https://api-docs.deepseek.com */
  readonly apiKey: Credential;
}

const rules: KeyRules<"apiKey"> = {
  vendor: "deepseek",
  baseUrl: "https://api.deepseek.com",
  option: "apiKey",
  prefix: "Bearer ",
  reads,
  readProblem: readDeepseekProblem,
};

/** Creates a client of the DeepSeek API. Throws `config` when the key is missing or malformed. */
export function createDeepseekClient(options: DeepseekOptions & ClientDefaults): DeepseekClient {
  return createVendorClient(createDeepseekTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createDeepseekTransport(options: DeepseekOptions): Transport<paths> {
  return createKeyTransport(rules, options);
}
