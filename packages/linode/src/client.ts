import { createKeyClient, type KeyRules } from "@openbalance/http";
import type { ClientOptions, Credential, SuccessBody, VendorClient } from "@openbalance/http";
import type { paths } from "./generated/openapi.ts";
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
  readProblem: readLinodeProblem,
};

/** Creates a client of the Linode API. Throws `config` when an option is missing or malformed. */
export function createLinodeClient(options: LinodeOptions): LinodeClient {
  return createKeyClient(rules, options);
}
