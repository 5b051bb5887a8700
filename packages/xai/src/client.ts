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
import { readXaiProblem } from "./problem.ts";

export type XaiClient = VendorClient<paths>;

/** The documented body of the prepaid balance. Amounts are text: whole US cents, negative where the team has credit. */
export type XaiBalanceReply = SuccessBody<paths["/v1/billing/teams/{team_id}/prepaid/balance"]["get"]>;

export interface XaiOptions extends ClientOptions {
  /**
   * A management key with the right to read billing, or a function that gives one. A key for the models is refused.
   * https://docs.x.ai/developers/management-api
   */
  readonly managementKey: Credential;
}

const rules: KeyRules<"managementKey"> = {
  vendor: "xai",
  baseUrl: "https://management-api.x.ai",
  option: "managementKey",
  prefix: "Bearer ",
  reads,
  readProblem: readXaiProblem,
};

/** Creates a client of xAI's management API. Throws `config` when the key is missing or malformed. */
export function createXaiClient(options: XaiOptions & ClientDefaults): XaiClient {
  return createVendorClient(createXaiTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createXaiTransport(options: XaiOptions): Transport<paths> {
  return createKeyTransport(rules, options);
}
