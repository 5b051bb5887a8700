import { refuseUnknownOptions, type ClientOptions } from "./client-options.ts";
import { checkCredential, resolveCredential } from "./credential.ts";
import type { VendorRules } from "./exchange.ts";
import { createVendorClient, type VendorClient } from "./vendor-client.ts";

/** What is to be known of a vendor whose requests carry one key that the caller gives. */
export interface KeyRules<Option extends string> extends Pick<VendorRules, "vendor" | "readProblem"> {
  readonly baseUrl: string;
  /** The option that holds the key, such as `apiKey`. */
  readonly option: Option;
  /** The header that carries it, in lower case. Default `authorization`. */
  readonly header?: string;
  /** What stands before it, such as `Bearer` and a blank. Nothing when absent. */
  readonly prefix?: string;
}

/**
 * Creates the client of a vendor that is sent one key in one header. Throws `config` for an option that is unknown,
 * and for a key that is missing or malformed. `otherOptions` names what the client takes beside the key and what
 * every client takes.
 */
export function createKeyClient<Paths, Options extends ClientOptions>(
  rules: KeyRules<keyof Options & string>,
  options: Options,
  ...otherOptions: readonly (keyof Options & string)[]
): VendorClient<Paths> {
  const { vendor, option, header = "authorization", prefix = "" } = rules;
  refuseUnknownOptions(vendor, options, [option, ...otherOptions]);
  const key: unknown = options[option];
  checkCredential(vendor, option, key);
  const authorize: VendorRules["authorize"] = async ({ headers }) => {
    headers[header] = prefix + (await resolveCredential(vendor, option, key));
  };
  return createVendorClient<Paths>({ ...rules, authorize }, options);
}
